package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.Configuration.Outcome;
import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether an uncertain variant beside a pathogenic one is worth asking about: only where it could complete the two. */
class ConfigurationTest {
    private static final VariantCall PATHOGENIC = call("one", 5, Zygosity.HETEROZYGOUS);
    private static final VariantCall UNCERTAIN = call("other", 3, Zygosity.HETEROZYGOUS);

    @Test
    void onTheSameAlleleItCompletesNothingWhateverItIs() {
        assertEquals(new Outcome(Truth.TRUE, Truth.UNKNOWN), biallelic(Arrangement.CIS, true, UNCERTAIN));
        assertEquals(new Outcome(Truth.TRUE, Truth.FALSE), biallelic(Arrangement.CIS, false, UNCERTAIN));
    }

    @Test
    void onTheOtherAlleleOrWhereNobodyKnowsItMight() {
        assertEquals(new Outcome(Truth.UNKNOWN, Truth.TRUE), biallelic(Arrangement.TRANS, false, UNCERTAIN));
        assertEquals(new Outcome(Truth.UNKNOWN, Truth.UNKNOWN), biallelic(Arrangement.UNKNOWN, false, UNCERTAIN));
    }

    @Test
    void onBothAllelesOrOnNobodyKnowsHowManyItMightWhereverItLies() {
        var unstated = call("other", 3, null);
        assertEquals(new Outcome(Truth.UNKNOWN, Truth.UNKNOWN), biallelic(Arrangement.CIS, false, unstated));
        for (var every : List.of(Zygosity.HOMOZYGOUS, Zygosity.HEMIZYGOUS)) {
            assertEquals(
                    new Outcome(Truth.UNKNOWN, Truth.TRUE), biallelic(Arrangement.CIS, false, call("other", 3, every)));
        }
    }

    private static Outcome biallelic(Arrangement arrangement, boolean partial, VariantCall other) {
        var phases = new Phases();
        phases.say("one", "other", arrangement);
        var any = new GeneticDemand.Alleles(Set.of(), Set.of());
        return new Configuration(phases, partial, any).biallelic(List.of(PATHOGENIC, other));
    }

    private static VariantCall call(String key, int acmgClass, Zygosity copies) {
        return new VariantCall(key, key, acmgClass, null, copies, false, null, Set.of(), null);
    }
}
