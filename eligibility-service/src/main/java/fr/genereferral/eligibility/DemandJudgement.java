package fr.genereferral.eligibility;

import fr.genereferral.eligibility.GeneticJudgement.Ruled;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Judges a therapy's demand by the one of its genes that speaks most for it: one affected gene is enough. */
final class DemandJudgement {
    private final GeneticDemand demand;
    private final Evidence evidence;
    private final GeneticRules rules;

    DemandJudgement(GeneticDemand demand, Evidence evidence, GeneticRules rules) {
        this.demand = demand;
        this.evidence = evidence;
        this.rules = rules;
    }

    /** The general rules by id, in their order. */
    Map<String, Ruled> rules() {
        var genes = genes();
        return genes.size() == 1
                ? rulesOf(genes.get(0))
                : genes.stream()
                        .map(this::rulesOf)
                        .min(Comparator.comparing(DemandJudgement::distance))
                        .orElseThrow();
    }

    private Map<String, Ruled> rulesOf(String hgnc) {
        return new GeneticJudgement(new GeneFindings(rules.genes().get(hgnc), demand, evidence)).rules();
    }

    private List<String> genes() {
        var reported = Few.where(demand.genes(), evidence.dossier().genetics()::reports);
        return reported.isEmpty() ? demand.genes().subList(0, 1) : reported;
    }

    /** How far from a yes: nothing open, something open, something that fails. */
    private static int distance(Map<String, Ruled> rules) {
        var truths = rules.entrySet().stream()
                .filter(rule -> !rule.getKey().equals(ReportJudgement.SECOND_SAMPLE))
                .map(Map.Entry::getValue)
                .filter(Ruled::judged)
                .map(ruled -> ruled.explanation().truth())
                .reduce(Truth.TRUE, Truth::and);
        return switch (truths) {
            case TRUE -> 0;
            case UNKNOWN -> 1;
            case FALSE -> 2;
        };
    }
}
