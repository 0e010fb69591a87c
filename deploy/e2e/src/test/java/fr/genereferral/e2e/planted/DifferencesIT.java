package fr.genereferral.e2e.planted;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bug still has its place in today's sources, also those that this run does not plant. */
class DifferencesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acknowledge-before-commit",
                "offset-before-effect",
                "sequence-not-checked",
                "key-without-organisation",
                "outbox-in-another-transaction",
                "decision-without-state",
                "killed-between-commit-and-answer",
                "killed-between-effect-and-offset"
            })
    void fitsAndCompiles(String name) {
        var mutant = Mutant.of(Difference.named(name));

        assertTrue(Files.exists(mutant.folder().resolve("classes/fr/genereferral")), name);
    }
}
