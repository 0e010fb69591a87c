package fr.genereferral.referral.histories;

import java.util.List;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever happens to referrals in whatever order: their laws hold. What fails is shown with its seed, cut as short as it goes. */
class HistoriesTest {
    @Property(tries = 1_000, seed = "27", edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
    @AddLifecycleHook(Drawn.class)
    void lawsHoldAfterEveryStep(@ForAll("histories") List<Step> history) {
        new World(Parts.sound()).live(history);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Histories.all();
    }
}
