package fr.genereferral.hubdirectory.travel;

import java.util.List;

/** The quickest known way to a hub, door to door; always approximate: no timetable and no traffic is asked. */
public record Journey(int minutes, boolean approximate, Origin origin, List<JourneyLeg> legs) {

    static Journey of(Origin origin, List<JourneyLeg> legs) {
        var minutes = legs.stream().mapToInt(JourneyLeg::minutes).sum();
        return new Journey(minutes, true, origin, List.copyOf(legs));
    }

    boolean takesOneOf(List<TravelMode> modes) {
        for (var leg : legs) {
            if (modes.contains(leg.mode())) {
                return true;
            }
        }
        return false;
    }
}
