package fr.genereferral.referral;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** How long a hospital has to answer, as dated data ({@code question-limits.csv}) with their sources. */
public final class QuestionLimits {
    private final List<DatedRow<Limit>> limits = DatedRow.read("/question-limits.csv", Limit::of);

    private record Limit(Urgency urgency, Duration time) {
        private static Limit of(List<String> cells) {
            return new Limit(Urgency.valueOf(cells.get(0)), Duration.ofHours(Integer.parseInt(cells.get(1))));
        }
    }

    public Duration of(Urgency urgency, LocalDate day) {
        return limits.stream()
                .filter(row -> row.value().urgency() == urgency && row.holdsOn(day))
                .map(row -> row.value().time())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no time to answer is set for " + urgency + " on " + day));
    }
}
