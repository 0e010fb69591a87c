package fr.genereferral.eligibility;

import java.util.List;
import java.util.Map;

/** Whether the therapy is for the referred disease and a reported gene; nothing reported yet rules out nothing. */
final class Applicability {
    private final RulePack pack;
    private final Criterion rule;
    private final String diseases;
    private final String genes;

    Applicability(RulePack pack, GeneticRules rules) {
        this.pack = pack;
        this.rule = rules.rules().get("G1");
        this.diseases = String.join(", ", pack.diseases());
        this.genes = String.join(", ", pack.genes());
    }

    JudgedCriterion explain(Dossier dossier) {
        var reported = pack.reportedGenes(dossier);
        var disease = Explanation.note(
                "disease",
                Truth.of(pack.concernsDisease(dossier)),
                Map.of("disease", dossier.disease().orpha(), "allowed", diseases),
                List.of());
        var gene = Explanation.note(
                "gene",
                pack.concernsGene(reported),
                Map.of("reported", reported.isEmpty() ? "-" : String.join(", ", reported), "allowed", genes),
                List.of());
        var parts = List.of(disease, gene);
        var explanation = Explanation.connective("all", disease.truth().and(gene.truth()), parts);
        return new JudgedCriterion(
                rule,
                explanation,
                explanation.truth() == Truth.TRUE ? Criterion.Effect.SATISFIED : Criterion.Effect.NONE);
    }
}
