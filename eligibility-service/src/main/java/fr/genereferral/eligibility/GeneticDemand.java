package fr.genereferral.eligibility;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a therapy demands of its genes.
 *
 * @param genes by HGNC id, the weightiest first
 * @param usual what must be affected, unless a gene says otherwise
 * @param byGene what must be affected in a gene that differs
 * @param alleles kinds of alleles that both together must make up
 * @param carriers a woman who carries one affected copy on X has the disease
 */
public record GeneticDemand(
        List<String> genes, Kind usual, Map<String, Kind> byGene, Alleles alleles, boolean carriers) {

    /** Which alleles of a gene must be affected. */
    public enum Kind {
        BIALLELIC,
        X_LINKED,
        ONE_ALLELE,
        MITOCHONDRIAL;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Classes of alleles.
     *
     * @param each classes to one of which each allele belongs; empty for any
     * @param oneOf classes to one of which at least one allele belongs; empty for any
     */
    public record Alleles(Set<String> each, Set<String> oneOf) {
        Truth suit(VariantCall one, VariantCall other) {
            var both = isOf(each, one).and(isOf(each, other));
            return both.and(isOf(oneOf, one).or(isOf(oneOf, other)));
        }

        private static Truth isOf(Set<String> classes, VariantCall call) {
            return classes.isEmpty() ? Truth.TRUE : call.isOf(classes);
        }
    }

    /** Looked up for every pack: the genes alone tell most demands apart. */
    @Override
    public int hashCode() {
        return genes.hashCode();
    }

    Kind kindOf(Gene gene) {
        return byGene.getOrDefault(gene.hgnc(), usual);
    }
}
