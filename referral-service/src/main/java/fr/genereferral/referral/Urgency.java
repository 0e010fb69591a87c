package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.Optional;

/** How soon a hub must answer. Derived, never declared: a declared urgency is a lever, a derived one is a fact. */
public enum Urgency {
    ROUTINE,
    PRESSING,
    CRITICAL;

    /**
     * By the bounds that are in force today.
     *
     * @param eligibleUntil day on which the eligibility ends by itself; null when no day is known
     */
    static Urgency derived(LocalDate birthDate, LocalDate eligibleUntil, LocalDate today) {
        return UrgencyBounds.on(today).urgency(birthDate, eligibleUntil, today);
    }

    /** As {@link #derived}, by the bounds of some day; empty when none are set for it. */
    static Optional<Urgency> on(LocalDate day, LocalDate birthDate, LocalDate eligibleUntil) {
        return UrgencyBounds.find(day).map(bounds -> bounds.urgency(birthDate, eligibleUntil, day));
    }
}
