package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Truth;
import java.util.List;

/**
 * What the usable variants of a gene come to.
 *
 * @param classified unknown when a variant of uncertain class could decide
 * @param arranged whether they lie as the therapy demands, the uncertain ones taken for pathogenic
 */
public record Outcome(String genetics, Truth classified, Truth arranged) {
    public static Outcome of(String genetics, List<Possible> possible) {
        var uncertain = possible.stream().anyMatch(p -> p.classified() == Truth.UNKNOWN);
        var first = possible.get(0).arranged();
        var same = possible.stream().allMatch(p -> p.arranged() == first);
        return new Outcome(genetics, uncertain ? Truth.UNKNOWN : Truth.TRUE, same ? first : Truth.UNKNOWN);
    }

    public boolean complete() {
        return classified == Truth.TRUE && arranged == Truth.TRUE;
    }
}
