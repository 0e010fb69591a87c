package fr.genereferral.bench.rules.drools;

import fr.genereferral.eligibility.Truth;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What the rules need to know of a pack to find out whether it applies; its criteria are in the DRL files. */
public record Pack(
        String therapy,
        String brand,
        List<String> diseases,
        List<String> genes,
        List<String> contextGenes,
        Genetics genetics,
        List<Wanted> asks) {

    /** For the referred disease, and for a reported gene: nothing reported rules out nothing. */
    public Node explain(String disease, List<String> reported) {
        var own = new TreeSet<>(reported);
        own.removeAll(contextGenes);
        var forDisease = Truth.of(diseases.contains(disease));
        var forGene = own.isEmpty() ? Truth.UNKNOWN : Truth.of(genes.stream().anyMatch(own::contains));
        var parts = List.of(
                Node.note(
                        "disease",
                        forDisease,
                        null,
                        Map.of("disease", disease, "allowed", String.join(", ", diseases))),
                Node.note(
                        "gene",
                        forGene,
                        null,
                        Map.of(
                                "reported",
                                own.isEmpty() ? "-" : String.join(", ", own),
                                "allowed",
                                String.join(", ", genes))));
        return Node.of("all", forDisease.and(forGene), parts);
    }
}
