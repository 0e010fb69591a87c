package fr.genereferral.eligibility;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The packs in force on a date, found by disease and gene so that a referral costs what could apply to it. */
public final class RulesInForce {
    private static final Comparator<RulePack> BY_ORDER =
            Comparator.comparingInt(RulePack::order).thenComparing(RulePack::therapy);

    private final Knowledge knowledge;
    private final Map<String, RulePack> byTherapy = new HashMap<>();
    private final Map<String, TreeSet<RulePack>> byDiseaseOrGene = new HashMap<>();

    public RulesInForce(List<RulePack> packs, Knowledge knowledge) {
        this.knowledge = knowledge;
        for (var pack : packs) {
            byTherapy.put(pack.therapy(), pack);
            Stream.concat(pack.diseases().stream(), pack.genes().stream()).forEach(key -> byDiseaseOrGene
                    .computeIfAbsent(key, k -> new TreeSet<>(BY_ORDER))
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
        var genetics = dossier.genetics();
        var keys = Stream.of(
                        Stream.of(dossier.disease().orpha()),
                        genetics.variants().stream().map(Dossier.Variant::gene),
                        genetics.copyNumbers().stream().map(Dossier.CopyNumber::gene))
                .flatMap(s -> s);
        var found = new TreeSet<>(BY_ORDER);
        keys.map(byDiseaseOrGene::get).filter(packs -> packs != null).forEach(found::addAll);
        sought.stream().flatMap(therapy -> pack(therapy).stream()).forEach(found::add);
        return List.copyOf(found);
    }
}
