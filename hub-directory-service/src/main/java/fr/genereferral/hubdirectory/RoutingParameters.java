package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.TravelLimits;
import java.time.LocalDate;

/**
 * The numbers of the choice of hub and of the time to answer, from a day on: dated data, by convention.
 *
 * @param minutesPerWaitingDay what a day of expected wait weighs against travel
 * @param minutesOffIfFollowed what it is worth that the hub already follows the child
 * @param minutesOffIfPreferred what it is worth that the family prefers the hub; null in a run from before that counted
 * @param travelLimits null in a run from before needs were told
 * @param capacityWeeks how far one looks ahead before a hub that takes nobody is left out; null in a run from before that
 * @param urgencyBounds null in a run from before how pressing an offer is was derived here
 * @param restLimits null in a run from before the clock of an offer could rest
 */
public record RoutingParameters(
        LocalDate validFrom,
        int minutesPerWaitingDay,
        int minutesOffIfFollowed,
        int routineWorkingDays,
        int pressingHours,
        int criticalHours,
        Integer minutesOffIfPreferred,
        TravelLimits travelLimits,
        Integer capacityWeeks,
        UrgencyBounds urgencyBounds,
        RestLimits restLimits) {

    int preference() {
        return minutesOffIfPreferred == null ? 0 : minutesOffIfPreferred;
    }

    public int weeksAhead() {
        return capacityWeeks == null ? 0 : capacityWeeks;
    }
}
