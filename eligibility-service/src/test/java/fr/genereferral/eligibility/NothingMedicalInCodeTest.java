package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a therapy changes data; a name or a limit in code would be a rule that nobody reviews. */
class NothingMedicalInCodeTest {
    private static final Path SOURCES = Path.of("src/main/java/fr/genereferral/eligibility");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    /** Beyond nothing, one and the other one, which any program counts with. */
    private static final Pattern LARGER_NUMBER =
            Pattern.compile("(?<![\\w.])(?:[3-9]|\\d[\\d_]+|\\d+\\.\\d+)[LlFfDd]?(?!\\w)");

    /** Every line of the rooms in which rules are read and judged that names a larger number; none of them is medical. */
    private static final Set<String> NUMBERS = Set.of(
            // ACMG has five classes: from the fourth on a variant is pathogenic. The class is the laboratory's.
            "VariantCall.java: return acmgClass != null && acmgClass >= 4 && !isHarmless();",
            "VariantCalls.java: var benign = variant.acmgClass() != null && variant.acmgClass() < 4;",
            // A codon has three bases.
            "ExonMap.java: return Truth.of(bases % 3 != 0);",
            "ReadingFrame.java: if (basesGained(name) % 3 != 0) {",
            // How far the search goes, and what is shown.
            "DecisiveFacts.java: private static final int MOST_TOGETHER = 4;",
            "DecisiveFacts.java: private static final int MOST_TRIALS = 2_000;",
            "GeneFindings.java: private static final int MOST_COPIES = 3;",
            "GeneticJudgement.java: private static final int MOST_VARIANTS = 12;",
            "GeneticJudgement.java: private static final int MOST_PHASES = 4;",
            "Mentions.java: private static final int LONGEST_NAME = 80;",
            "Reading.java: private static final int MOST_SHOWN = 4;",
            "VariantLeaf.java: int MOST_SHOWN = 4;",
            // What a request or a number may measure.
            "FactReader.java: private static final int MOST_DIGITS = 15;",
            "IdempotencyKey.java: private static final int LONGEST = 255;",
            "Deflated.java: private static final int USUAL_LENGTH = 8 * 1024;",
            "Json.java: private static final int USUAL_LENGTH = 48 * 1024;",
            "Json.java: StreamReadConstraints.builder().maxNestingDepth(40).build());",
            // A group of a pattern.
            "HgvsReader.java: return new Position(region, base, position.group(3) == null ? 0 :"
                    + " Integer.parseInt(position.group(3)));");

    @Test
    void noTherapyGeneTranscriptOrFactIsNamed() throws IOException {
        var medical = Pattern.compile("HGNC:\\d|ORPHA:\\d|NM_\\d{6}|AAV\\d|"
                + words().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
        for (var source : sources(Path.of("src/main/java"))) {
            var matcher = medical.matcher(Packs.text(source));
            assertTrue(!matcher.find(), () -> source + " names " + matcher.group());
        }
    }

    @Test
    void noLimitIsNamed() throws IOException {
        var found = new TreeSet<String>();
        for (var source : judging()) {
            // Texts first: what looks like a comment in one is none.
            var code = COMMENT.matcher(TEXT.matcher(Packs.text(source)).replaceAll("\"\""))
                    .replaceAll("");
            code.lines()
                    .filter(line -> LARGER_NUMBER.matcher(line).find())
                    .forEach(line -> found.add(source.getFileName() + ": " + line.strip()));
        }

        assertEquals(new TreeSet<>(NUMBERS), found);
    }

    /** An age or a freshness as packs write it. */
    @Test
    void noPeriodIsNamed() throws IOException {
        var period = Pattern.compile("\"P[0-9DWMY]+\"|Period\\.of\\w+\\(\\d|(?:plus|minus)\\w+\\((?!1\\))\\d");
        for (var source : judging()) {
            var matcher = period.matcher(Packs.text(source));
            assertTrue(!matcher.find(), () -> source + " names " + matcher.group());
        }
    }

    private static Set<String> words() {
        var shipped = Packs.shipped();
        var words = shipped.all().stream()
                .flatMap(p -> Stream.of(p.therapy(), p.inn(), p.brand()))
                .collect(Collectors.toSet());
        shipped.knowledge().genetics().genes().values().forEach(gene -> {
            words.add(gene.symbol());
            words.addAll(gene.references().keySet());
            words.addAll(gene.alleles().byChange().keySet());
        });
        words.addAll(shipped.knowledge().facts().keySet().stream()
                .filter(code -> code.contains("-"))
                .toList());
        return words;
    }

    /** The rooms in which rules are read and judged. */
    private static List<Path> judging() throws IOException {
        try (var root = Files.list(SOURCES)) {
            return Stream.of(
                            root.filter(Files::isRegularFile).toList(),
                            sources(SOURCES.resolve("json")),
                            sources(SOURCES.resolve("hgvs")))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<Path> sources(Path room) throws IOException {
        try (var files = Files.walk(room)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
