package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Input;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Makes one reading of several statements. */
final class Settling {
    private static final Comparator<Reading> MOST_TELLING = Comparator.comparing(Reading::state)
            .thenComparing(Reading::expected, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Reading::date, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Reading::source, Comparator.nullsLast(Comparator.naturalOrder()));

    private Settling() {}

    /** Of what changes with time the latest counts, and two that differ on that day say nothing. */
    static Reading latest(Input input, List<Reading> stated) {
        return settle(input, stated, false);
    }

    /** What a patient is born with does not change. */
    static Reading constant(Input input, List<Reading> stated) {
        return settle(input, stated, true);
    }

    private static Reading settle(Input input, List<Reading> stated, boolean constant) {
        if (stated.size() == 1) {
            return stated.get(0);
        }
        var found = stated.stream().filter(Reading::isFound).toList();
        if (found.isEmpty()) {
            return stated.stream().min(MOST_TELLING).orElseGet(() -> Reading.notStated(input));
        }
        return agreed(constant ? narrowest(found) : ofTheLatestDay(found)).expectedOn(lastExpected(stated));
    }

    private static List<Reading> ofTheLatestDay(List<Reading> found) {
        var day = found.stream()
                .map(Reading::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return found.stream().filter(r -> Objects.equals(r.date(), day)).toList();
    }

    private static List<Reading> narrowest(List<Reading> found) {
        for (var one : found) {
            if (one.usable() && one.range() != null && found.stream().allMatch(o -> fits(one, o))) {
                return found.stream().filter(o -> one.range().equals(o.range())).toList();
            }
        }
        return found;
    }

    private static boolean fits(Reading one, Reading other) {
        return other.range() != null && one.range().isWithin(other.range());
    }

    private static Reading agreed(List<Reading> readings) {
        var sorted = readings.stream()
                .sorted(Comparator.comparing(r -> content(r) + r.date() + r.source()))
                .toList();
        var first = sorted.get(0);
        return sorted.stream().allMatch(r -> content(r).equals(content(first))) ? first : first.contradictedBy(sorted);
    }

    private static String content(Reading r) {
        return "|" + r.state() + "|" + r.shortfall() + "|" + r.operator() + "|" + r.value() + "|" + r.unit();
    }

    private static LocalDate lastExpected(List<Reading> stated) {
        return stated.stream()
                .map(Reading::expected)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
