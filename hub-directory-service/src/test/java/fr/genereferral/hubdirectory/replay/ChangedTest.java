package fr.genereferral.hubdirectory.replay;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.RENNES_SUD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Band;
import fr.genereferral.hubdirectory.Counterfactual;
import fr.genereferral.hubdirectory.Counterfactual.Supposed;
import fr.genereferral.hubdirectory.Counterfactual.Weights;
import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Replay;
import fr.genereferral.hubdirectory.RequestBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangedTest {
    private static final MatchRun BRITTANY = MatchRun.of(
            RequestBuilder.aRequest().livingIn("35").build(),
            DirectoryFixtures.directory(),
            Map.of(),
            new MatchRun.Occasion(new UUID(0, 1), RequestBuilder.TODAY, RequestBuilder.NOW));

    @Test
    void saysThatYetAnotherHubCouldHaveComeFirst() {
        // Whether the child is under 2 is not on record; Rennes would be nearer than what is left.
        var changed = withoutNantes(new Supposed(RENNES_SUD, "ONA-IV", new Band(null, 2, null, null), null, null));

        assertTrue(changed.isAnother());
        assertEquals(NECKER, changed.after().hub().id());
        assertTrue(changed.undecided());
    }

    @Test
    void isDecidedWhenTheRecordSettlesIt() {
        var changed = withoutNantes(new Supposed(RENNES_SUD, "ONA-IV", Band.open(), null, null));

        assertEquals(RENNES_SUD, changed.after().hub().id());
        assertFalse(changed.undecided());
    }

    private static Changed withoutNantes(Supposed accredited) {
        var removed = new Supposed(NANTES, "ONA-IV", Band.open(), null, null);
        var supposed = new Counterfactual(List.of(accredited), List.of(removed), Weights.unchanged());
        return Changed.of(new Replay(BRITTANY, supposed));
    }
}
