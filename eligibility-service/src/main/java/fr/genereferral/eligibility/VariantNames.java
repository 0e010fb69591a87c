package fr.genereferral.eligibility;

import fr.genereferral.eligibility.hgvs.Unusable;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.Optional;

/** What a name comes to, apart from any dossier. */
public final class VariantNames {
    private final GeneticRules genetics;

    public VariantNames(GeneticRules genetics) {
        this.genetics = genetics;
    }

    /** What makes two sayings be of this variant; empty for a name that cannot be used. */
    Optional<String> variant(String gene, String hgvs) {
        try {
            return change(gene, hgvs).map(change -> Classification.variant(gene, change));
        } catch (Unusable e) {
            return Optional.empty();
        }
    }

    /**
     * The change as every dossier has it that names the same one, such as c.11+5G>A; empty for an unknown gene.
     *
     * @param gene HGNC id
     * @throws Unusable when the name is none of the gene's, or names more or less than one constitutional change
     */
    public Optional<String> change(String gene, String hgvs) throws Unusable {
        var known = genetics.genes().get(gene);
        if (known == null) {
            return Optional.empty();
        }
        var name = new Naming(known).named(hgvs);
        if (name.changes().size() != 1 || name.mosaic()) {
            throw new Unusable(Reason.MALFORMED, hgvs.indexOf(':') + 1);
        }
        return Optional.of(Naming.written(name.kind(), name.changes().get(0)));
    }
}
