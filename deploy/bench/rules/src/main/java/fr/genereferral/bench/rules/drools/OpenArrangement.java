package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Comparison;
import fr.genereferral.eligibility.Shortfall;
import fr.genereferral.eligibility.Truth;
import java.math.BigDecimal;
import java.util.List;

/** What a hospital is asked for when nobody can tell how the variants lie. */
public final class OpenArrangement {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private OpenArrangement() {}

    public static Reading ofCounted(Genetics genetics, Reading counted, List<Call> calls, boolean partialAndKnown) {
        if (!counted.usable()) {
            return counted;
        }
        if (counted.operator() != Comparison.EQUAL) {
            return counted.shortOf(Shortfall.BOUND_UNDECIDED);
        }
        return counted.range().is(Comparison.MORE, TWO) == Truth.TRUE
                ? counted.shortOf(Shortfall.COPIES_TO_REVIEW)
                : of(genetics, calls, partialAndKnown);
    }

    /** @param partialAndKnown only a part of the gene was looked at, and of what was found no phase is open */
    public static Reading of(Genetics genetics, List<Call> calls, boolean partialAndKnown) {
        var nodes = new GeneticNodes(genetics);
        if (partialAndKnown) {
            return nodes.asked(Shortfall.ANALYSIS_PARTIAL);
        }
        var counting = GeneticNodes.counting(calls);
        if (counting.stream().anyMatch(call -> genetics.suit(call, call) == Truth.UNKNOWN)) {
            return nodes.asked(Shortfall.ALLELE_UNCLASSED);
        }
        return nodes.asked(counting.isEmpty() ? Shortfall.NOT_STATED : Shortfall.PHASE_UNKNOWN);
    }
}
