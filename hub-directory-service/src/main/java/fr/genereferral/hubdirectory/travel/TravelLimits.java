package fr.genereferral.hubdirectory.travel;

import java.util.List;

/**
 * From when on a journey needs a night or somebody who comes along: dated data, by convention.
 *
 * @param overnightFromMinutes minutes one way, door to door
 * @param overnightModes one leg of such a mode is enough, however short the journey
 */
public record TravelLimits(
        int overnightFromMinutes,
        List<TravelMode> overnightModes,
        int accompaniedFromMinutes,
        List<TravelMode> accompaniedModes) {

    public TravelLimits {
        overnightModes = List.copyOf(overnightModes);
        accompaniedModes = List.copyOf(accompaniedModes);
    }

    public TravelNeeds needsOf(Journey journey) {
        return new TravelNeeds(
                journey.minutes() >= overnightFromMinutes || journey.takesOneOf(overnightModes),
                journey.minutes() >= accompaniedFromMinutes || journey.takesOneOf(accompaniedModes));
    }
}
