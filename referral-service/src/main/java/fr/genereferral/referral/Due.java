package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** Since when a hospital has something to do for a referral, or from when on. */
final class Due {
    private Due() {}

    /** The first day of all that waits for it; null while nothing does. */
    static LocalDate of(Referral referral, LocalDate today) {
        return Stream.of(ofState(referral, today), ofQuestions(referral))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** From the day on that it has begun to wait; a deferral from its end on. */
    private static LocalDate ofState(Referral referral, LocalDate today) {
        if (!referral.state().waitsForHospital()) {
            return null;
        }
        if (referral.state() == ReferralStatus.DEFERRED && referral.deferredUntil() != null) {
            return referral.deferredUntil();
        }
        return referral.dueOn() == null ? today : referral.dueOn();
    }

    /** The day by which the first question of people is to be answered. */
    private static LocalDate ofQuestions(Referral referral) {
        return referral.questionDueAt() == null ? null : Paris.dayOf(referral.questionDueAt());
    }
}
