package fr.genereferral.hubdirectory.travel;

/** One leg as it is shown to people, with where its minutes come from. */
public record JourneyLeg(TravelMode mode, String from, String to, int minutes, Basis basis) {

    /** Where the minutes of a leg come from. */
    public enum Basis {
        TABLE,
        ROAD_ESTIMATE
    }
}
