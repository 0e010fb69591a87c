package fr.genereferral.referral.reminders;

import fr.genereferral.referral.Paris;
import fr.genereferral.referral.QuestionLimits;
import fr.genereferral.referral.Reminder.Kind;
import fr.genereferral.referral.Reminders;
import fr.genereferral.referral.Reminders.Wait;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

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

    Uni<Void> look() {
        var today = Paris.dayOf(clock.instant());
        return reminders
                .scheduleQuestions(steps.of(Kind.QUESTION, today))
                .chain(() -> reminders.scheduleDeferrals(steps.of(Kind.DEFERRAL, today)))
                .chain(() -> facts(today, PARTS))
                .chain(() -> tell(PARTS));
    }

    private Uni<Void> facts(LocalDate today, int parts) {
        // Without a step nothing is written down, and it would be looked at for ever.
        if (steps.of(Kind.FACTS, today).isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return reminders.unseen(AT_ONCE).chain(waits -> all(waits, today)
                .chain(() ->
                        waits.size() < AT_ONCE || parts == 1 ? Uni.createFrom().voidItem() : facts(today, parts - 1)));
    }

    private Uni<Void> all(List<Wait> waits, LocalDate today) {
        var times = waits.stream()
                .map(wait -> limits.of(wait.urgency(today), today))
                .toList();
        return waits.isEmpty()
                ? Uni.createFrom().voidItem()
                : reminders.schedule(waits, times, steps.of(Kind.FACTS, today));
    }

    private Uni<Void> tell(int parts) {
        return reminders
                .tell(AT_ONCE)
                .chain(told -> told < AT_ONCE || parts == 1 ? Uni.createFrom().voidItem() : tell(parts - 1));
    }
}
