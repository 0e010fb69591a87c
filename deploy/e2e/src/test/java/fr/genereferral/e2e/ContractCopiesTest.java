package fr.genereferral.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A consumer's copy of a contract is the producer's file, byte for byte. */
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

    private static Path root() {
        return Checkout.here().root();
    }
}
