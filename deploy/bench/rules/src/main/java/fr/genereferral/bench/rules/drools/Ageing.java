package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Question;
import java.time.LocalDate;

/**
 * A value that counts for some days only.
 *
 * @param last the last of them; null when the value has no date
 */
public record Ageing(String of, Reading reading, LocalDate last, LocalDate on) {
    public static Ageing of(Wanted wanted, Reading reading, Question question) {
        return new Ageing(wanted.of(), reading, last(wanted, reading, question), question.on());
    }

    private static LocalDate last(Wanted wanted, Reading reading, Question question) {
        if (reading.date() == null) {
            return null;
        }
        var rule = wanted.definition().freshness().stream()
                .filter(r -> r.underAge() == null || !Ages.reached(question.birth(), r.underAge(), question.on()))
                .findFirst()
                .orElseThrow();
        return reading.date().plusDays(rule.days());
    }

    public boolean dated() {
        return last != null;
    }

    public boolean stale() {
        return dated() && last.isBefore(on);
    }
}
