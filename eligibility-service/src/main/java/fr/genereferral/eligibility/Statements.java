package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Several statements of one thing: what was found wins over what was not; of what changes with time the latest counts,
 * and two different ones of the same day are conflicting. What a patient is born with does not change: there, two
 * different ones conflict whatever their dates, and a person has to say which one is wrong.
 */
final class Statements<T> {
    /** Of what nobody found; whatever is named of it must not depend on the order of the statements. */
    private static final Comparator<Reading> MOST_TELLING = Comparator.comparing(Reading::state)
            .thenComparing(Reading::expected, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Reading::date, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(Reading::source, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Of those that say the same, the one with a number first: "positive" and "1:40" agree that something was detected. */
    private static final Comparator<Reading> SAME_THING_FIRST = Comparator.<Reading, String>comparing(
                    reading -> content(reading) + reading.date() + reading.source())
            .thenComparing(reading -> reading.value() == null)
            .thenComparing(reading -> reading.operator() + "|" + reading.value());

    private final List<T> all;
    private final Function<T, Reading> read;

    Statements(List<T> all, Function<T, Reading> read) {
        this.all = all;
        this.read = read;
    }

    /** For what changes with time. */
    Reading latest(Input input) {
        return settle(input, Statements::ofTheLatestDay);
    }

    /** For what does not. */
    Reading constant(Input input) {
        return settle(input, Statements::narrowest);
    }

    /** "4 or more" and "4" do not contradict each other: what fits into all the others says it all. */
    private static List<Reading> narrowest(List<Reading> found) {
        return found.stream()
                .filter(one -> one.isUsable() && one.interval() != null)
                .filter(one -> found.stream()
                        .allMatch(other ->
                                other.interval() != null && one.interval().isWithin(other.interval())))
                .findFirst()
                .map(narrow -> found.stream()
                        .filter(other -> narrow.interval().equals(other.interval()))
                        .toList())
                .orElse(found);
    }

    private Reading settle(Input input, UnaryOperator<List<Reading>> counting) {
        if (all.isEmpty()) {
            return Reading.notStated(input);
        }
        if (all.size() == 1) {
            return read.apply(all.get(0));
        }
        var readings = all.stream().map(read).toList();
        var found = readings.stream().filter(r -> r.state().isFound()).toList();
        if (found.isEmpty()) {
            return readings.stream().min(MOST_TELLING).orElseThrow();
        }
        return agreed(counting.apply(found)).expectedOn(nextExpected(readings));
    }

    private static List<Reading> ofTheLatestDay(List<Reading> found) {
        var day = found.stream()
                .map(Reading::date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return found.stream().filter(r -> Objects.equals(r.date(), day)).toList();
    }

    private static Reading agreed(List<Reading> readings) {
        // The order of the statements must not show, not even in whose date and source are named.
        var sorted = readings.stream().sorted(SAME_THING_FIRST).toList();
        var different = sorted.stream().map(Statements::content).distinct().count();
        return different == 1 ? sorted.get(0) : sorted.get(0).contradictedBy(sorted);
    }

    private static String content(Reading reading) {
        if (reading.input().kind() == Input.Kind.DETECTION) {
            return reading.state() + "|" + reading.shortfall();
        }
        return Stream.of(reading.state(), reading.shortfall(), reading.operator(), reading.value(), reading.unit())
                .map(Objects::toString)
                .reduce("", (a, b) -> a + "|" + b);
    }

    private static LocalDate nextExpected(List<Reading> readings) {
        return readings.stream()
                .map(Reading::expected)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
