package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Gene;
import fr.genereferral.eligibility.GeneticDemand;
import fr.genereferral.eligibility.GeneticDemand.Kind;
import fr.genereferral.eligibility.Truth;
import java.util.Set;

/**
 * What some packs demand of one gene; the general rules are judged once for all of them.
 *
 * @param id the same for packs that demand the same
 */
public record Genetics(String id, Gene gene, GeneticDemand demand) {
    static Genetics of(GeneticDemand demand, Gene gene, int number) {
        var carriers = demand.usual() == Kind.X_LINKED && demand.carriers();
        var written = carriers || demand.usual() == Kind.BIALLELIC;
        if (!written || demand.genes().size() != 1 || !demand.byGene().isEmpty() || gene.exons() != null) {
            throw new IllegalArgumentException("no rules are written for " + demand);
        }
        return new Genetics(gene.symbol() + " " + number, gene, demand);
    }

    public String hgnc() {
        return gene.hgnc();
    }

    public Kind kind() {
        return demand.usual();
    }

    /** Judged by how many copies were counted; the laboratory's word for zygosity is not used then. */
    public boolean counted() {
        return gene.countedExon() != null;
    }

    /** Whether the two alleles together are of the kinds that the therapy treats. */
    public Truth suit(Call one, Call other) {
        var each = demand.alleles().each();
        var oneOf = demand.alleles().oneOf();
        return isOf(each, one).and(isOf(each, other)).and(isOf(oneOf, one).or(isOf(oneOf, other)));
    }

    private Truth isOf(Set<String> classes, Call call) {
        if (classes.isEmpty()) {
            return Truth.TRUE;
        }
        var known = call.written() == null ? null : gene.alleles().byChange().get(call.written());
        if (known != null) {
            return Truth.of(classes.contains(known));
        }
        if (call.written() == null) {
            return Truth.UNKNOWN;
        }
        return gene.alleles().open().stream().anyMatch(classes::contains) ? Truth.UNKNOWN : Truth.FALSE;
    }
}
