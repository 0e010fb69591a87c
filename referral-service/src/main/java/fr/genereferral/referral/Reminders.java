package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Port to what hospitals are to be reminded of. Each is written down when its wait is first seen, and told once. */
public interface Reminders {

    /**
     * When a part of the time to answer has gone by.
     *
     * @param later so much after it
     */
    record Step(double fraction, Duration later) {}

    /**
     * A hospital that has not been told yet when it will be reminded of the facts that are missing.
     *
     * @param version of the referral, from which on it waits
     * @param since when that was
     * @param birthDate with {@code eligibleUntil} what makes it urgent; that one is null where no day is known
     */
    record Wait(
            UUID referral,
            long version,
            int dossierVersion,
            Instant since,
            LocalDate birthDate,
            LocalDate eligibleUntil) {

        public Urgency urgency(LocalDate today) {
            return Urgency.derived(birthDate, eligibleUntil, today);
        }
    }

    /** @return those that wait for facts and have no reminder yet, {@code most} of them */
    Uni<List<Wait>> unseen(int most);

    /**
     * Those of waits for facts; two who see the same one write it down once.
     *
     * @param times how long each hospital has to answer, in the order of the waits
     */
    Uni<Void> schedule(List<Wait> waits, List<Duration> times, List<Step> steps);

    /** Those of questions that are open and have none yet. */
    Uni<Integer> scheduleQuestions(List<Step> steps);

    /** Those of deferrals that have none yet. */
    Uni<Integer> scheduleDeferrals(List<Step> steps);

    /**
     * Tells what is due now by the database's clock; what waits for the hospital no longer, and what a later one has overtaken, is passed
     * over.
     *
     * @return how many were looked at
     */
    Uni<Integer> tell(int most);
}
