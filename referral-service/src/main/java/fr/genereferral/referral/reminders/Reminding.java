package fr.genereferral.referral.reminders;

import fr.genereferral.referral.Paris;
import fr.genereferral.referral.QuestionLimits;
import fr.genereferral.referral.Reminders;
import fr.genereferral.referral.Reminders.Wait;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Writes down what hospitals will be reminded of, and tells what is due. */
@ApplicationScoped
class Reminding {
    private static final int AT_ONCE = 200;
    /** Parts that are done at one look; what is left then comes with the next one. */
    private static final int PARTS = 20;

    private final Reminders reminders;
    private final ReminderSteps steps;
    private final QuestionLimits limits = new QuestionLimits();
    private final Clock clock;

    Reminding(Reminders reminders, ReminderSteps steps, Clock clock) {
        this.reminders = reminders;
        this.steps = steps;
        this.clock = clock;
    }

    Uni<Void> plan() {
        return plan(PARTS);
    }

    private Uni<Void> plan(int parts) {
        var today = Paris.dayOf(clock.instant());
        return reminders
                .plan(AT_ONCE, steps.on(today), this::limit)
                .chain(planned ->
                        planned < AT_ONCE || parts == 1 ? Uni.createFrom().voidItem() : plan(parts - 1));
    }

    /** As it would have been set when the wait began; null where none was set for that day. */
    private Instant limit(Wait wait) {
        var day = Paris.dayOf(wait.since());
        return wait.urgency(day)
                .flatMap(urgency -> limits.find(urgency, day))
                .map(wait.since()::plus)
                .orElse(null);
    }

    Uni<Void> tell() {
        return tell(PARTS);
    }

    private Uni<Void> tell(int parts) {
        return reminders
                .tell(AT_ONCE)
                .chain(told -> told < AT_ONCE || parts == 1 ? Uni.createFrom().voidItem() : tell(parts - 1));
    }
}
