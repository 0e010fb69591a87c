package fr.genereferral.referral;

import fr.genereferral.referral.Reminder.Kind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Port to what hospitals are to be reminded of. Each is written down once its wait has begun, and told once. */
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
     * @param dueAt until when it is asked to send them; null where a release has begun the wait that sets no limit
     * @param toldAlready that a deferral has ended, for which the same is missing
     * @param birthDate with {@code eligibleUntil} what makes it urgent; that one is null where no day is known
     */
    record Wait(
            UUID referral,
            long version,
            int dossierVersion,
            Instant since,
            Instant dueAt,
            boolean toldAlready,
            LocalDate birthDate,
            LocalDate eligibleUntil) {

        public Wait until(Instant due) {
            return new Wait(referral, version, dossierVersion, since, due, toldAlready, birthDate, eligibleUntil);
        }

        /**
         * Empty where what makes urgent is not set for that day.
         *
         * @param day on which the wait began
         */
        public Optional<Urgency> urgency(LocalDate day) {
            return Urgency.on(day, birthDate, eligibleUntil);
        }
    }

    /**
     * Writes down what the hospitals of some referrals will be reminded of, of those that have changed since that was done; two who do
     * it write it down once.
     *
     * @param steps those that hold today; nobody is reminded of a kind that has none
     * @param limit until when the hospital is asked to send what is missing, where nobody has said so to it yet; null where that is
     *     not known: then nobody is reminded
     * @return of how many
     */
    Uni<Integer> plan(int most, Map<Kind, List<Step>> steps, Function<Wait, Instant> limit);

    /**
     * Tells what is due now by the database's clock; what waits for the hospital no longer, and what a later one has overtaken, is passed
     * over.
     *
     * @return how many were looked at
     */
    Uni<Integer> tell(int most);
}
