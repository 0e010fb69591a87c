package fr.genereferral.referral.questions;

import fr.genereferral.referral.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** How long a hospital has to answer, as dated data ({@code question-limits.csv}) with their sources. */
@ApplicationScoped
class QuestionLimits {
    private static final String HEAD = "urgency,";

    private final List<Limit> limits;

    /** @param until last day; null while none is known */
    private record Limit(Urgency urgency, Duration time, LocalDate from, LocalDate until) {
        private static Limit of(String line) {
            var cells = line.split(",", -1);
            return new Limit(
                    Urgency.valueOf(cells[0]),
                    Duration.ofHours(Integer.parseInt(cells[1])),
                    LocalDate.parse(cells[2]),
                    cells[3].isEmpty() ? null : LocalDate.parse(cells[3]));
        }

        private boolean isInForce(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    QuestionLimits() {
        try (var file = new BufferedReader(new InputStreamReader(
                QuestionLimits.class.getResourceAsStream("/question-limits.csv"), StandardCharsets.UTF_8))) {
            limits = file.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith(HEAD))
                    .map(Limit::of)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("question-limits.csv does not read", e);
        }
    }

    Duration of(Urgency urgency, LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.urgency() == urgency && limit.isInForce(day))
                .map(Limit::time)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no time to answer is set for " + urgency + " on " + day));
    }
}
