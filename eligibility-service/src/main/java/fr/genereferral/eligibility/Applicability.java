package fr.genereferral.eligibility;

import java.util.List;
import java.util.Map;

/** Whether the therapy is for the referred disease and a reported gene; nothing reported yet rules out nothing. */
final class Applicability {
    private final RulePack pack;
    private final GeneticRules rules;

    Applicability(RulePack pack, GeneticRules rules) {
        this.pack = pack;
        this.rules = rules;
    }

    JudgedCriterion explain(Dossier dossier) {
        var reported = String.join(", ", pack.reportedGenes(dossier).toList());
        var disease = Explanation.note(
                "disease",
                Truth.of(pack.concernsDisease(dossier)),
                Map.of("disease", dossier.disease().orpha(), "allowed", String.join(", ", pack.diseases())),
                List.of());
        var gene = Explanation.note(
                "gene",
                pack.reportsGene(dossier),
                Map.of("reported", reported.isEmpty() ? "-" : reported, "allowed", String.join(", ", pack.genes())),
                List.of());
        var parts = List.of(disease, gene);
        var explanation = Explanation.connective("all", disease.truth().and(gene.truth()), parts);
        return new JudgedCriterion(
                Criterion.genetic("G1", rules.rules().get("G1")),
                explanation,
                explanation.truth() == Truth.TRUE ? Criterion.Effect.SATISFIED : Criterion.Effect.NONE);
    }
}
