package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.Assessment.Dates;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a verdict goes on is found out beside it, and changes nothing of it. */
class OutlookTest {
    private static final int DOSSIERS = Boolean.getBoolean("e2e.long") ? 10_000 : 200;
    private static final long SEED = Long.getLong("e2e.seed", 20261126L);
    private static final Dates NONE = new Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Assessor ASSESSOR = new Assessor(Packs.shipped());

    @Test
    void whoAsksOnlyHowThingsStandIsToldTheSameWithTheSameReasons() {
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);

            var explained = ASSESSOR.explain(given.dossier(), List.of(), given.asOf());

            var assessed = ASSESSOR.assess(given.dossier(), List.of(), given.asOf());
            assertEquals(withoutOutlook(assessed), explained, given::toString);
        }
    }

    @Test
    void whoAsksForAllIsToldHowItGoesOn() {
        var missing = Changed.of("hem-4-inhibitors-not-tested-is-missing").verdict("HEM");

        assertTrue(missing.decisive().containsKey("HEM.4"), missing.decisive()::toString);
    }

    private static Assessment withoutOutlook(Assessment assessed) {
        return new Assessment(
                assessed.evaluationDate(),
                assessed.packs(),
                assessed.classifications(),
                assessed.verdicts().stream().map(OutlookTest::withoutOutlook).toList());
    }

    private static TherapyVerdict withoutOutlook(TherapyVerdict verdict) {
        return new TherapyVerdict(
                verdict.pack(),
                verdict.sought(),
                verdict.fr(),
                verdict.amm(),
                verdict.access(),
                verdict.warnings(),
                verdict.missing(),
                Map.of(),
                NONE,
                verdict.criteria());
    }
}
