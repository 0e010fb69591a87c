package fr.genereferral.bench.rules.question;

import fr.genereferral.eligibility.GeneticDemand;
import fr.genereferral.eligibility.RulePack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/** Rule packs of therapies that do not exist: a real pack's criteria, for other diseases and other genes. */
final class InventedPacks {
    static final long SEED = 38;
    /** Beyond every number that Orphanet and HGNC have given. */
    private static final int FIRST_NUMBER = 10_000_000;

    private final List<RulePack> real;
    private final Random random = new Random(SEED);

    InventedPacks(List<RulePack> real) {
        this.real = real;
    }

    List<RulePack> make(int count) {
        var packs = new ArrayList<RulePack>();
        for (var number = 0; number < count; number++) {
            packs.add(like(real.get(random.nextInt(real.size())), number));
        }
        return packs;
    }

    private RulePack like(RulePack pack, int number) {
        var genes = others(pack.genes(), "HGNC:");
        return new RulePack(
                pack.therapy() + "-" + number,
                pack.version(),
                real.size() + number,
                pack.name(),
                pack.inn(),
                pack.brand(),
                pack.modality(),
                others(pack.diseases(), "ORPHA:"),
                demand(pack.demand(), genes),
                pack.genesComplete(),
                pack.contextGenes(),
                pack.routing(),
                pack.authorised(),
                pack.access(),
                pack.notices(),
                pack.criteria());
    }

    private static GeneticDemand demand(GeneticDemand demand, List<String> genes) {
        var byGene = new HashMap<String, GeneticDemand.Kind>();
        for (var i = 0; i < genes.size(); i++) {
            byGene.put(genes.get(i), demand.byGene().getOrDefault(demand.genes().get(i), demand.usual()));
        }
        return new GeneticDemand(genes, demand.usual(), byGene, demand.alleles(), demand.carriers());
    }

    /** Now and then two invented packs share one, as real ones do. */
    private List<String> others(List<String> codes, String prefix) {
        return codes.stream()
                .map(code -> prefix + (FIRST_NUMBER + random.nextInt(FIRST_NUMBER)))
                .toList();
    }
}
