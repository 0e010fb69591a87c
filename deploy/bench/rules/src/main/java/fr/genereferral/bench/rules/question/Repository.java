package fr.genereferral.bench.rules.question;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the bench reads of the repository: the cases of the rules' own tests. */
final class Repository {
    /** Numbers as the service reads them. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String CASES = "eligibility-service/src/test/resources/cases";

    private Repository() {}

    /** The cases of the rules' own tests, in a stable order. */
    static List<ObjectNode> cases() {
        try (var files = Files.list(Checkout.here().root().resolve(CASES))) {
            return files.sorted().map(Repository::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
