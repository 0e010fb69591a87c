package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What the engine needs of the dictionary about one fact: how it is compared, who supplies it, when it goes stale. */
public record FactDefinition(
        String code,
        FactDictionary.Type type,
        Integer decimals,
        String suppliedBy,
        List<Freshness> freshness,
        Bilingual label,
        Map<String, Bilingual> values) {

    public FactDefinition {
        freshness = freshness == null ? List.of() : List.copyOf(freshness);
    }

    /** For how many days a value counts, while the patient is under the age; no age means any. */
    public record Freshness(Period underAge, int days) {}

    boolean ages() {
        return !freshness.isEmpty();
    }

    /** Stated by its state alone; of the others only a value says something. */
    boolean needsValue() {
        return type != FactDictionary.Type.BOOLEAN_BY_STATE;
    }

    /** The last day on which a value of that date counts, for somebody of the age reached on the given day. */
    LocalDate countsUntil(LocalDate date, LocalDate birth, LocalDate on) {
        for (var rule : freshness) {
            if (rule.underAge() == null || !Age.reached(birth, rule.underAge(), on)) {
                return date.plusDays(rule.days());
            }
        }
        throw new NoSuchElementException("at no age does a value count for any days: " + code);
    }
}
