package fr.genereferral.eligibility.preview;

import fr.genereferral.eligibility.Assessor;
import fr.genereferral.eligibility.RulePacks;
import fr.genereferral.eligibility.json.AssessmentWriter;
import fr.genereferral.eligibility.json.ComparisonWriter;
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
        var thought = asked.thought();
        return packs.inForce(thought.rulesOn(), thought.versions()).map(rules -> new AssessmentWriter(rules.knowledge())
                .write(new Assessor(thought.over(rules))
                        .assess(thought.of(asked.dossier()), asked.therapiesSought(), thought.asOf())));
    }

    /** Both assessments, and what differs between them. */
    Uni<String> compare(ComparisonRequest asked) {
        var first = asked.first();
        var second = asked.second();
        return packs.inForce(first.rulesOn(), first.versions()).chain(before -> packs.inForce(
                        second.rulesOn(), second.versions())
                .map(after -> new ComparisonWriter(before.knowledge())
                        .write(
                                new Assessor(first.over(before))
                                        .assess(first.of(asked.dossier()), asked.therapiesSought(), first.asOf()),
                                new Assessor(second.over(after))
                                        .assess(second.of(asked.dossier()), asked.therapiesSought(), second.asOf()))));
    }
}
