package fr.genereferral.referral.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.FactDictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCatalogueTest {
    private static final Pattern QUOTED = Pattern.compile("\"([A-Z]{3,}(?:_[A-Z]+)*)\"");
    private static final Pattern RAISING = Pattern.compile(
            "because\\(.*?\\)|new Refused\\(.*?\\)|new Violation\\([^;]*?\"[A-Z_]{3,}\""
                    + "|case \\d+ -> .*?;|problem\\(\".*?\"|default -> \".*?\"",
            Pattern.DOTALL);

    private final ProblemCatalogue catalogue = new ProblemCatalogue(new ObjectMapper());

    @Test
    void knowsEveryCodeThatTheCodeUsesAndNoOther() throws IOException {
        assertEquals(usedCodes(), new TreeSet<>(catalogue.all().keySet()));
    }

    @Test
    void saysEverythingInBothLanguages() {
        catalogue.all().forEach((code, entry) -> {
            assertTrue(Set.of("SENDER", "PLATFORM", "HUB").contains(entry.origin()), code);
            Stream.of(entry.title(), entry.detail()).forEach(text -> {
                assertFalse(text.fr().isBlank() || text.en().isBlank(), code);
                assertFalse(text.fr().equals(text.en()), code);
            });
        });
    }

    @Test
    void saysWhenToComeBackWhereSomethingIsAway() {
        var problem = ProblemMapper.problem("UNAVAILABLE", catalogue.get("UNAVAILABLE"), "fr")
                .build();

        assertEquals(5, problem.getHeaders().get("Retry-After"));
    }

    private static Set<String> usedCodes() throws IOException {
        var codes = new TreeSet<String>();
        Arrays.stream(FactDictionary.Fault.values()).map(Enum::name).forEach(codes::add);
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemCatalogueTest::text)
                    .flatMap(text -> RAISING.matcher(text).results())
                    .flatMap(raised -> QUOTED.matcher(raised.group()).results())
                    .forEach(code -> codes.add(code.group(1)));
        }
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
