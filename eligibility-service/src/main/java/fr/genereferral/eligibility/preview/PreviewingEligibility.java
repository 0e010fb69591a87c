package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.Assessor;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.json.AssessmentWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what a referral with this dossier would be told, and stores nothing. */
@ApplicationScoped
class PreviewingEligibility {
    private final RulePacks packs;

    PreviewingEligibility(RulePacks packs) {
        this.packs = packs;
    }

    /** The assessment document. */
    Uni<String> preview(PreviewRequest asked) {
        return packs.inForce(asked.asOf()).map(rules -> new AssessmentWriter(rules.knowledge())
                .write(new Assessor(rules).assess(asked.dossier(), asked.therapiesSought(), asked.asOf())));
    }
}
