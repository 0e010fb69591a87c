package fr.genereferral.hubdirectory.replay;

import fr.genereferral.hubdirectory.Counterfactual;
import fr.genereferral.hubdirectory.MatchRuns;
import java.util.UUID;

/**
 * What is asked of the stored runs.
 *
 * @param cursor the last run of the page before; null for the first page
 * @param limit how many changed runs a page holds
 */
record Question(MatchRuns.Period period, Counterfactual supposed, UUID cursor, int limit) {
    boolean isFirstPage() {
        return cursor == null;
    }
}
