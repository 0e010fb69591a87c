package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When a child becomes pressing: dated data, by convention.
 *
 * @param criticalDays eligibility that ends within so many days is critical
 * @param pressingDays and within so many pressing
 * @param newbornWeeks a child under so many weeks is pressing
 */
public record UrgencyBounds(int criticalDays, int pressingDays, int newbornWeeks) {

    /** As it is on that day, from what a routing was asked with. What an erasure has removed makes nothing pressing. */
    Urgency on(LocalDate day, LocalDate birthDate, LocalDate eligibleUntil) {
        var daysLeft = eligibleUntil == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(day, eligibleUntil);
        if (daysLeft <= criticalDays) {
            return Urgency.CRITICAL;
        }
        var newborn = birthDate != null && ChronoUnit.WEEKS.between(birthDate, day) < newbornWeeks;
        return newborn || daysLeft <= pressingDays ? Urgency.PRESSING : Urgency.ROUTINE;
    }
}
