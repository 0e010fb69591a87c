package fr.genereferral.referral.dossier;

import fr.genereferral.referral.FactKind;
import java.util.Comparator;
import java.util.List;

/**
 * Which of several statements of one thing hold, as eligibility-service reads them: what was found wins over what was
 * not; of what changes with time the latest day counts; what a patient is born with does not change. More than one
 * contradict each other.
 */
final class Agreement {
    private Agreement() {}

    static List<Statement> holding(List<Statement> all) {
        var found = all.stream().filter(Statement::isFound).toList();
        if (found.isEmpty()) {
            return last(all);
        }
        var counting = found.get(0).kind() == FactKind.COPY_NUMBER ? Copies.narrowest(found) : ofTheLatestDay(found);
        var different = counting.stream().map(Statement::meaning).distinct().count();
        return different > 1 ? counting : last(counting);
    }

    private static List<Statement> last(List<Statement> some) {
        return some.isEmpty() ? List.of() : List.of(some.get(some.size() - 1));
    }

    private static List<Statement> ofTheLatestDay(List<Statement> found) {
        var day = found.stream()
                .map(Statement::day)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return found.stream().filter(one -> one.day().equals(day)).toList();
    }
}
