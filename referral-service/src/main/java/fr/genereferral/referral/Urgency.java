package fr.genereferral.referral;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How soon a hub must answer. Derived, never declared: a declared urgency is a lever, a derived one is a fact. */
public enum Urgency {
    ROUTINE,
    PRESSING,
    CRITICAL;

    private static final int CRITICAL_DAYS = 7;
    private static final int PRESSING_DAYS = 30;
    private static final int NEWBORN_WEEKS = 6;

    /**
     * Bounds are conventions of the platform: eligibility that ends within 7 days is critical, within 30 days pressing;
     * a child under six weeks is pressing.
     *
     * @param eligibleUntil day on which the eligibility ends by itself; null when no day is known
     */
    static Urgency derived(LocalDate birthDate, LocalDate eligibleUntil, LocalDate today) {
        var daysLeft = eligibleUntil == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, eligibleUntil);
        if (daysLeft <= CRITICAL_DAYS) {
            return CRITICAL;
        }
        if (daysLeft <= PRESSING_DAYS || ChronoUnit.WEEKS.between(birthDate, today) < NEWBORN_WEEKS) {
            return PRESSING;
        }
        return ROUTINE;
    }
}
