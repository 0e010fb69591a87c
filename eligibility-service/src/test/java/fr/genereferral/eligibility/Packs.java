package fr.genereferral.eligibility;

import fr.genereferral.eligibility.json.KnowledgeReader;
import fr.genereferral.eligibility.json.RulePackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** The packs that the repository ships, as the database holds them after the first start. */
public final class Packs {
    /** For mutation tests: what one mutant has prepared must not answer for the next. */
    private static final boolean ANEW = Boolean.getBoolean("packs.anew");

    private static final RulesInForce SHIPPED =
            new RulesInForce(read(UnaryOperator.identity()), KnowledgeReader.read());
    private static final RulesInForce OPENED = new RulesInForce(read(Packs::open), KnowledgeReader.read());

    private Packs() {}

    public static RulesInForce shipped() {
        return prepared(SHIPPED);
    }

    /** The same, as if every product could be had. */
    static RulesInForce opened() {
        return prepared(OPENED);
    }

    private static RulesInForce prepared(RulesInForce rules) {
        return ANEW ? rules.with(List.of()) : rules;
    }

    static List<Path> files() {
        try (var files = Files.list(Path.of("src/main/resources/packs"))) {
            return files.filter(f -> f.toString().endsWith(".v1.json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(String therapy) {
        return Path.of("src/main/resources/packs/" + therapy + ".v1.json");
    }

    private static List<RulePack> read(UnaryOperator<String> changed) {
        return files().stream()
                .map(f -> RulePackReader.read(changed.apply(text(f)), 1))
                .toList();
    }

    private static String open(String pack) {
        return pack.replace("\"open\": false", "\"open\": true");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
