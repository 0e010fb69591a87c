package fr.genereferral.bench.rules.question;

import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.RulePack;
import fr.genereferral.eligibility.RulesInForce;
import fr.genereferral.eligibility.json.KnowledgeReader;
import fr.genereferral.eligibility.json.RulePackReader;
import fr.genereferral.eligibility.json.ShippedPackReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The packs in force: all that the repository ships, some of them, or all of them among many others. */
public record Catalogue(List<RulePack> packs) {
    /** The therapies that are written for Drools as well; Casgevy is two packs. */
    private static final Set<String> WRITTEN_TWICE = Set.of("ONA-IV", "NUS", "UPS", "LUX", "HEM", "CAS-SCD", "CAS-TDT");

    /** Of the invented packs. */
    public static final long SEED = InventedPacks.SEED;

    private static final Knowledge KNOWLEDGE = KnowledgeReader.read();

    public static Catalogue shipped() {
        return new Catalogue(ShippedPackReader.all().stream()
                .map(shipped -> RulePackReader.read(shipped.document(), 1))
                .toList());
    }

    public static Catalogue writtenTwice() {
        return new Catalogue(shipped().packs.stream()
                .filter(pack -> WRITTEN_TWICE.contains(pack.therapy()))
                .toList());
    }

    /** The shipped packs and as many invented ones as it takes. */
    public static Catalogue of(int size) {
        var shipped = shipped().packs;
        var others = new InventedPacks(shipped).make(size - shipped.size());
        return new Catalogue(Stream.concat(shipped.stream(), others.stream()).toList());
    }

    public RulesInForce inForce() {
        return new RulesInForce(packs, KNOWLEDGE);
    }

    public Knowledge knowledge() {
        return KNOWLEDGE;
    }

    /** Whether a dossier of this disease, or one that names this gene, is judged under one of the packs. */
    boolean knows(String diseaseOrGene) {
        return packs.stream()
                .anyMatch(pack ->
                        pack.diseases().contains(diseaseOrGene) || pack.genes().contains(diseaseOrGene));
    }
}
