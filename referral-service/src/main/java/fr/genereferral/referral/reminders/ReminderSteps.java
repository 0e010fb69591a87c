package fr.genereferral.referral.reminders;

import fr.genereferral.referral.DatedRow;
import fr.genereferral.referral.Reminder.Kind;
import fr.genereferral.referral.Reminders.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** When hospitals are reminded, as dated data ({@code reminder-steps.csv}) with their sources. */
@ApplicationScoped
class ReminderSteps {
    private final List<DatedRow<Row>> rows = DatedRow.read("/reminder-steps.csv", Row::of);

    private record Row(Kind kind, Step step) {
        private static Row of(List<String> cells) {
            var step = new Step(Double.parseDouble(cells.get(1)), Duration.ofHours(Long.parseLong(cells.get(2))));
            return new Row(Kind.valueOf(cells.get(0)), step);
        }
    }

    /** Without a kind that nobody is reminded of. */
    Map<Kind, List<Step>> on(LocalDate day) {
        return rows.stream()
                .filter(row -> row.holdsOn(day))
                .map(DatedRow::value)
                .collect(Collectors.groupingBy(Row::kind, Collectors.mapping(Row::step, Collectors.toList())));
    }
}
