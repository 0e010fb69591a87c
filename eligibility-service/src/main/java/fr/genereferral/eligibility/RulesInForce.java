package fr.genereferral.eligibility;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The packs in force on a date, found by disease and gene so that a referral costs what could apply to it. */
public final class RulesInForce {
    private static final Comparator<RulePack> BY_ORDER =
            Comparator.comparingInt(RulePack::order).thenComparing(RulePack::therapy);

    private final Knowledge knowledge;
    private final Map<String, RulePack> byTherapy = new HashMap<>();
    private final Map<String, List<RulePack>> byDiseaseOrGene = new HashMap<>();
    private final Map<String, PreparedPack> prepared = new ConcurrentHashMap<>();

    public RulesInForce(List<RulePack> packs, Knowledge knowledge) {
        this.knowledge = knowledge;
        for (var pack : packs) {
            byTherapy.put(pack.therapy(), pack);
            Stream.concat(pack.diseases().stream(), pack.genes().stream()).forEach(key -> byDiseaseOrGene
                    .computeIfAbsent(key, k -> new ArrayList<>())
                    .add(pack));
        }
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    public List<RulePack> all() {
        return byTherapy.values().stream().sorted(BY_ORDER).toList();
    }

    public Optional<RulePack> pack(String therapy) {
        return Optional.ofNullable(byTherapy.get(therapy));
    }

    /** Found out when a dossier first asks for it: most packs of a large catalogue wait for long. */
    PreparedPack prepared(RulePack pack) {
        return prepared.computeIfAbsent(pack.therapy(), therapy -> new PreparedPack(pack, knowledge));
    }

    /** These rules with other versions in the place of their own. */
    public RulesInForce with(Collection<RulePack> others) {
        var packs = new HashMap<>(byTherapy);
        others.forEach(pack -> packs.put(pack.therapy(), pack));
        return new RulesInForce(List.copyOf(packs.values()), knowledge);
    }

    /** These rules without what was found of some variants. */
    RulesInForce leavingOut(Set<String> variants) {
        return new RulesInForce(
                List.copyOf(byTherapy.values()),
                knowledge.with(knowledge.classifications().without(variants)));
    }

    /** The packs of the referred disease or a reported gene, and those asked for, in the catalogue's order. */
    List<RulePack> concerning(Dossier dossier, List<String> sought) {
        var found = new ArrayList<RulePack>();
        addOf(dossier.disease().orpha(), found);
        dossier.genetics().variants().forEach(variant -> addOf(variant.gene(), found));
        dossier.genetics().copyNumbers().forEach(count -> addOf(count.gene(), found));
        sought.forEach(therapy -> pack(therapy).ifPresent(pack -> addNew(pack, found)));
        found.sort(BY_ORDER);
        return List.copyOf(found);
    }

    private void addOf(String diseaseOrGene, List<RulePack> found) {
        for (var pack : byDiseaseOrGene.getOrDefault(diseaseOrGene, List.of())) {
            addNew(pack, found);
        }
    }

    /** A disease and its gene name the same few packs: looking through them is less than keeping them apart. */
    private static void addNew(RulePack pack, List<RulePack> found) {
        if (!Few.any(found, one -> one == pack)) {
            found.add(pack);
        }
    }
}
