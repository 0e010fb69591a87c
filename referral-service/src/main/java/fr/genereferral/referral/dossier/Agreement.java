package fr.genereferral.referral.dossier;

import fr.genereferral.referral.FactKind;
import java.util.Comparator;
import java.util.List;

/**
 * Which of several statements of one thing hold, as eligibility-service reads them: what was found wins over what was
 * not; of what changes with time the latest day counts; what a patient is born with does not change. More than one
 * contradict each other. Of what nobody found the most telling holds, whatever came last: that a result is awaited, the
 * soonest first, says more than that a test was not done.
 */
final class Agreement {
    private static final Comparator<Statement> MOST_TELLING = Comparator.comparing(Statement::tells)
            .thenComparing(Statement::expected, stated(Comparator.naturalOrder()))
            .thenComparing(Statement::day, stated(Comparator.reverseOrder()))
            .thenComparing(Statement::source, stated(Comparator.naturalOrder()));

    private Agreement() {}

    /** What is not stated comes last. */
    private static Comparator<String> stated(Comparator<String> order) {
        return Comparator.comparing(String::isEmpty).thenComparing(order);
    }

    static List<Statement> holding(List<Statement> all) {
        var found = all.stream().filter(Statement::isFound).toList();
        if (found.isEmpty()) {
            return all.stream().reduce((one, later) -> MOST_TELLING.compare(one, later) < 0 ? one : later).stream()
                    .toList();
        }
        var counting = found.get(0).kind() == FactKind.COPY_NUMBER ? Copies.narrowest(found) : ofTheLatestDay(found);
        var different = counting.stream().map(Statement::meaning).distinct().count();
        return different > 1 ? counting : List.of(counting.get(counting.size() - 1));
    }

    private static List<Statement> ofTheLatestDay(List<Statement> found) {
        var day = found.stream()
                .map(Statement::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return found.stream().filter(one -> one.day().equals(day)).toList();
    }
}
