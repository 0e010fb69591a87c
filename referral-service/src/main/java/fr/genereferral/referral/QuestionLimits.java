package fr.genereferral.referral;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How long a hospital has to answer, as dated data ({@code question-limits.csv}) with their sources. */
public final class QuestionLimits {
    private final List<DatedRow<Limit>> limits = DatedRow.read("/question-limits.csv", Limit::of);

    private record Limit(Urgency urgency, Duration time) {
        private static Limit of(List<String> cells) {
            return new Limit(Urgency.valueOf(cells.get(0)), Duration.ofHours(Integer.parseInt(cells.get(1))));
        }
    }

    /** @throws IllegalStateException when none is set for that day */
    public Duration of(Urgency urgency, LocalDate day) {
        return find(urgency, day)
                .orElseThrow(() -> new IllegalStateException("no time to answer is set for " + urgency + " on " + day));
    }

    /** Empty when none is set for that day. */
    public Optional<Duration> find(Urgency urgency, LocalDate day) {
        return limits.stream()
                .filter(row -> row.value().urgency() == urgency && row.holdsOn(day))
                .map(row -> row.value().time())
                .findFirst();
    }
}
