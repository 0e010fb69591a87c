package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.Counterfactual;
import fr.genereferral.hubdirectory.Counterfactual.Supposed;
import fr.genereferral.hubdirectory.MatchRuns;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Refused.Violation;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of the stored runs.
 *
 * @param cursor the last run of the page before; null for the first page
 * @param limit how many changed runs a page holds
 */
record Question(MatchRuns.Period period, Counterfactual supposed, UUID cursor, int limit) {
    /** @throws Refused INVALID, with every hub that the directory does not know */
    void checkHubs(Set<String> known) {
        var unknown = Stream.concat(
                        unknown("accredited", supposed.accredited(), known),
                        unknown("removed", supposed.removed(), known))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refused.invalid(unknown);
        }
    }

    private static Stream<Violation> unknown(String list, List<Supposed> supposed, Set<String> known) {
        return IntStream.range(0, supposed.size())
                .filter(i -> !known.contains(supposed.get(i).hub()))
                .mapToObj(i -> new Violation("/" + list + "/" + i + "/hub", "HUB_UNKNOWN", null));
    }

    boolean isFirstPage() {
        return cursor == null;
    }
}
