package fr.genereferral.bench.rules.drools;

import fr.genereferral.bench.rules.question.Catalogue;
import fr.genereferral.eligibility.Gene;
import fr.genereferral.eligibility.GeneticDemand;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.RulePack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.internal.io.ResourceFactory;
import org.kie.internal.utils.KieHelper;

/** The packs written for Drools, compiled. */
public final class Rulebook {
    private static final String FOLDER = "fr/genereferral/bench/rules/drools/";
    private static final List<String> FILES =
            List.of("applicability", "readings", "genetics", "verdicts", "ona-iv", "nus", "ups", "lux", "hem", "cas");

    private final Knowledge knowledge;
    private final Map<GeneticDemand, Genetics> genetics = new LinkedHashMap<>();
    private final List<Pack> packs = new ArrayList<>();
    private final Map<String, Gene> genes = new LinkedHashMap<>();
    private final KieBase rules = compiled();

    public Rulebook(Catalogue catalogue) {
        knowledge = catalogue.knowledge();
        catalogue.packs().forEach(pack -> packs.add(pack(pack)));
        genetics.values().forEach(demanded -> genes.put(demanded.hgnc(), demanded.gene()));
    }

    private static KieBase compiled() {
        var helper = new KieHelper();
        FILES.forEach(file ->
                helper.addResource(ResourceFactory.newClassPathResource(FOLDER + file + ".drl"), ResourceType.DRL));
        return helper.build();
    }

    /** Judges every dossier in a session of its own. */
    public Judge fresh() {
        return question -> {
            var session = new Session(rules, packs, genes);
            try {
                return session.judge(question);
            } finally {
                session.end();
            }
        };
    }

    /** Judges one dossier after the other in one session, which is emptied in between. */
    public Judge reused() {
        var session = new Session(rules, packs, genes);
        return question -> {
            try {
                return session.judge(question);
            } finally {
                session.clear();
            }
        };
    }

    private Pack pack(RulePack pack) {
        var demanded = genetics.computeIfAbsent(
                pack.demand(),
                demand -> Genetics.of(
                        demand, knowledge.genetics().genes().get(demand.genes().get(0)), genetics.size()));
        return new Pack(
                pack.therapy(),
                pack.brand(),
                pack.diseases(),
                pack.genes(),
                pack.contextGenes(),
                demanded,
                asks(pack, demanded));
    }

    private List<Wanted> asks(RulePack pack, Genetics demanded) {
        var inputs = new LinkedHashSet<Input>();
        pack.criteria().stream()
                .filter(criterion -> criterion.expression() != null)
                .flatMap(criterion -> criterion.expression().leaves())
                .forEach(leaf -> leaf.input().ifPresent(inputs::add));
        if (demanded.counted()) {
            inputs.add(Input.copyNumber(demanded.hgnc()));
        }
        return inputs.stream().map(input -> Wanted.of(input, knowledge)).toList();
    }
}
