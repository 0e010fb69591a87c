package fr.genereferral.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy is what its owner has: a consumer's of a contract, byte for byte, and that of the dictionary of facts. */
class ContractCopiesTest {
    private static final List<String> SERVICES =
            List.of("referral-service", "eligibility-service", "hub-directory-service");

    static Stream<Path> copies() throws IOException {
        var found = Stream.<Path>empty();
        for (var service : SERVICES) {
            var consumed = root().resolve(service).resolve("contracts/consumed");
            try (var files = Files.walk(consumed)) {
                found = Stream.concat(found, files.filter(Files::isRegularFile).toList().stream());
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("copies")
    void isTheProducersFile(Path copy) throws IOException {
        var producer = copy.getParent().getFileName().toString();
        var original = root().resolve(producer).resolve("contracts/published").resolve(copy.getFileName());

        assertTrue(Files.exists(original), original + " does not exist");
        assertEquals(-1, Files.mismatch(original, copy), copy + " differs from " + original);
    }

    /** The dossiers of the sandbox begin with the invented children of the demonstration. */
    @ParameterizedTest
    @ValueSource(strings = {"sma", "aadc"})
    void theSandboxBeginsWithTheSamples(String child) throws IOException {
        var original = root().resolve("deploy/samples").resolve(child + ".json");
        var copy =
                root().resolve("referral-service/contracts/published/sandbox").resolve("base-" + child + ".json");

        assertEquals(-1, Files.mismatch(original, copy), copy + " differs from " + original);
    }

    /** Both services refuse the same facts: what one lets in, the other reads. */
    @Test
    void theDictionaryIsReadAlikeOnBothSides() throws IOException {
        assertEquals(
                dictionary("eligibility-service", "eligibility"),
                dictionary("referral-service", "referral"),
                "FactDictionary differs");
    }

    private static String dictionary(String service, String domain) throws IOException {
        var sources = root().resolve(service).resolve("src/main/java/fr/genereferral");
        var text = Files.readString(sources.resolve(domain).resolve("FactDictionary.java"));
        return text.substring(text.indexOf("public final class"));
    }

    private static Path root() {
        return Checkout.here().root();
    }
}
