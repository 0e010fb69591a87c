package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Dossier.Variant;
import fr.genereferral.eligibility.Gene;
import fr.genereferral.eligibility.hgvs.HgvsName;
import fr.genereferral.eligibility.hgvs.Unusable;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;

/** Holds a name against the references that are allowed for a gene. */
final class References {
    private References() {}

    static HgvsName held(HgvsName name, Variant variant, Gene gene) throws Unusable {
        var reference = gene.references().get(name.accession());
        if (reference == null) {
            throw new Unusable(Reason.REFERENCE_NOT_LISTED, 0);
        }
        if (reference.kind() != name.kind()) {
            throw new Unusable(Reason.MALFORMED, variant.hgvs().indexOf(':') + 1);
        }
        for (var change : name.changes()) {
            if (reference.codingLength() > 0 && change.lastCodingPosition() > reference.codingLength()) {
                throw new Unusable(Reason.BEYOND_CODING_SEQUENCE, variant.hgvs().indexOf(change.text()));
            }
        }
        return name;
    }
}
