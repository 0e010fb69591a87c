package fr.genereferral.eligibility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the therapy is for the referred disease and a reported gene; nothing reported yet rules out nothing. */
final class Applicability {
    private final RulePack pack;
    private final Criterion rule;
    private final String diseases;
    private final String genes;
    private final Map<String, Explanation> ofDisease = new HashMap<>();
    private final Explanation unreported;

    Applicability(RulePack pack, GeneticRules rules) {
        this.pack = pack;
        this.rule = rules.rules().get("G1");
        this.diseases = String.join(", ", pack.diseases());
        this.genes = String.join(", ", pack.genes());
        pack.diseases().forEach(orpha -> ofDisease.put(orpha, disease(orpha, Truth.TRUE)));
        this.unreported = gene("-", pack.concernsGene(Set.of()));
    }

    JudgedCriterion explain(Dossier dossier) {
        var orpha = dossier.disease().orpha();
        var reported = pack.reportedGenes(dossier);
        var disease = ofDisease.containsKey(orpha) ? ofDisease.get(orpha) : disease(orpha, Truth.FALSE);
        var gene = reported.isEmpty() ? unreported : gene(String.join(", ", reported), pack.concernsGene(reported));
        var parts = List.of(disease, gene);
        var explanation = Explanation.connective("all", disease.truth().and(gene.truth()), parts);
        return new JudgedCriterion(
                rule,
                explanation,
                explanation.truth() == Truth.TRUE ? Criterion.Effect.SATISFIED : Criterion.Effect.NONE);
    }

    private Explanation disease(String orpha, Truth truth) {
        return Explanation.note("disease", truth, Map.of("disease", orpha, "allowed", diseases), List.of());
    }

    private Explanation gene(String reported, Truth truth) {
        return Explanation.note("gene", truth, Map.of("reported", reported, "allowed", genes), List.of());
    }
}
