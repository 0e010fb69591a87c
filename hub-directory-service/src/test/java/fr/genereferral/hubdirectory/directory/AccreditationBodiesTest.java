package fr.genereferral.hubdirectory.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.Refused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccreditationBodiesTest {

    /** The column has one decimal, and would round. */
    @Test
    void takesAWeightToATenthAndNoFiner() {
        assertEquals(
                new BigDecimal("13.5"),
                AccreditationBodies.grant(body("13.50")).band().toWeightKg());

        var refused = assertThrows(Refused.class, () -> AccreditationBodies.grant(body("13.45")));

        assertEquals("/toWeightKg", refused.violations().get(0).pointer());
        assertEquals("WRONG_FORMAT", refused.violations().get(0).code());
    }

    private static byte[] body(String weight) {
        return "{\"therapy\": \"LUX\", \"from\": \"2026-01-01\", \"toWeightKg\": %s}"
                .formatted(weight)
                .getBytes(StandardCharsets.UTF_8);
    }
}
