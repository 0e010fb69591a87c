package fr.genereferral.hubdirectory.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.HubFunction;
import fr.genereferral.hubdirectory.LossDecision;
import fr.genereferral.hubdirectory.PauseReason;
import fr.genereferral.hubdirectory.web.AcceptanceCodes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Codes go out in the order of the code, with the words of the data file. */
class ReferenceDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void hasWordsForEveryCodeThatThereIs() {
        var all = new ReferenceResource(JSON, new AcceptanceCodes(JSON));

        assertEquals(
                Arrays.asList(DeclineReason.values()),
                all.declineReasons().items().stream()
                        .map(DeclineReasons.Item::code)
                        .toList());
        assertEquals(2, all.coordinationReasons().items().size());
        assertEquals(HubFunction.values().length, all.hubFunctions().items().size());
        assertEquals(7, all.acceptanceTerms().conditions().size());
        assertEquals(10, all.acceptanceTerms().bring().size());
    }

    @Test
    void givesEachDecisionItsOwnReasons() {
        var decisions = LossReasons.of(ReferenceData.read(JSON, "loss-reasons")).items();

        assertEquals(LossDecision.values().length, decisions.size());
        for (var decision : decisions) {
            assertTrue(
                    decision.reasons().stream().allMatch(reason -> reason.code().isFor(decision.code())));
        }
    }

    @Test
    void failsForACodeWithoutWords() {
        var other = ReferenceData.read(JSON, "decline-reasons");

        var failure = assertThrows(IllegalStateException.class, () -> PauseReasons.of(other));

        assertEquals("decline-reasons has no words for " + PauseReason.values()[0], failure.getMessage());
    }
}
