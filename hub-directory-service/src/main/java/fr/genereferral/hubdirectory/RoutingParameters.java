package fr.genereferral.hubdirectory;

import java.time.LocalDate;

/**
 * The numbers of the choice of hub and of the time to answer, from a day on: dated data, by convention.
 *
 * @param minutesPerWaitingDay what a day of expected wait weighs against travel
 * @param minutesOffIfFollowed what it is worth that the hub already follows the child
 */
public record RoutingParameters(
        LocalDate validFrom,
        int minutesPerWaitingDay,
        int minutesOffIfFollowed,
        int routineWorkingDays,
        int pressingHours,
        int criticalHours) {}
