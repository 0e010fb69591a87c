package fr.genereferral.eligibility;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.HgvsReader;
import fr.genereferral.eligibility.hgvs.Unusable;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.Optional;

/** What the names of variants come to in one gene: held against its references, or told by exons. */
final class Naming {
    private final Gene gene;

    Naming(Gene gene) {
        this.gene = gene;
    }

    /** @throws Unusable when the name is none of the gene's */
    HgvsName named(String hgvs) throws Unusable {
        var name = HgvsReader.read(hgvs);
        var reference = gene.references().get(name.accession());
        if (reference == null) {
            throw new Unusable(Reason.REFERENCE_NOT_LISTED, 0);
        }
        if (reference.kind() != name.kind()) {
            throw new Unusable(Reason.MALFORMED, hgvs.indexOf(':') + 1);
        }
        var length = reference.codingLength();
        for (var change : name.changes()) {
            if (length > 0 && change.lastCodingPosition() > length) {
                throw new Unusable(Reason.BEYOND_CODING_SEQUENCE, hgvs.indexOf(change.text()));
            }
        }
        return name;
    }

    /** Why an old name cannot be used, with the modern one; empty for a name that is not known. */
    Optional<Unusable> legacy(String written) {
        return Optional.ofNullable(gene.legacyNames().get(written.strip()))
                .map(modern -> new Unusable(Reason.LEGACY_NAME, 0, modern));
    }

    boolean isUsableByExons(Variant variant) {
        if (variant.type() == null || variant.exons() == null) {
            return false;
        }
        var meant = gene.usableByExons().get(variant.type());
        var exons = new ExonMap.Span(variant.exons().first(), variant.exons().last());
        return meant != null
                && (meant.isEmpty() || meant.contains(exons))
                && exons.first() <= exons.last()
                && (gene.exons() == null || stated(variant) != null);
    }

    VariantCall.Change ofExons(Variant variant) {
        return new VariantCall.Change(gene, null, null, stated(variant));
    }

    VariantCall.Change change(Variant variant, char kind, HgvsName.Change named) {
        var exons = gene.exons() == null
                ? null
                : gene.exons().touchedBy(named.extent()).orElseGet(() -> stated(variant));
        return new VariantCall.Change(gene, written(kind, named), named, exons);
    }

    /** The change as it stands after the accession. */
    static String written(char kind, HgvsName.Change named) {
        return kind + "." + named.canonical();
    }

    private ExonMap.Span stated(Variant variant) {
        return gene.exons() == null || variant.exons() == null
                ? null
                : gene.exons()
                        .span(variant.exons().first(), variant.exons().last())
                        .orElse(null);
    }
}
