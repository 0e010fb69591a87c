package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatedIdentityTest {
    private static final String CHILD =
            "{\"identityStatus\": \"QUAL\", \"familyName\": \"EXEMPLE\", \"givenNames\": [\"Zoé\"],"
                    + " \"ins\": {\"value\": \"255081416802538\", \"system\": \"urn:oid:1.2.250.1.213.1.4.10\"}}";
    private static final String TURNED =
            "{\"ins\": {\"system\": \"urn:oid:1.2.250.1.213.1.4.10\", \"value\": \"255081416802538\"},"
                    + " \"givenNames\": [\"Zoé\"], \"familyName\": \"EXEMPLE\", \"identityStatus\": \"QUAL\"}";

    private final IdentitySeal seal = new IdentitySeal(IdentitySeal.newKey(), UUID.randomUUID());
    private final Map<String, byte[]> kept = sealed(CHILD);

    @Test
    void isKeptInWhateverOrderItIsSaid() {
        assertTrue(stated(CHILD).isKept(kept, seal));
        assertTrue(stated(TURNED).isKept(kept, seal));
        assertFalse(stated(CHILD.replace("Zoé", "Zoe")).isKept(kept, seal));
        assertFalse(stated(CHILD.replace("\"familyName\": \"EXEMPLE\",", "")).isKept(kept, seal));
        assertFalse(stated(CHILD.replace("}}", "}, \"usedName\": \"X\"}")).isKept(kept, seal));
    }

    @Test
    void trustsNoFieldThatDoesNotOpenWhereItStands() {
        var moved = new HashMap<>(kept);
        moved.put("usedName", kept.get("familyName"));

        assertThrows(IdentityAltered.class, () -> stated(CHILD).isKept(moved, seal));
    }

    @Test
    void isRecognisedByANumberWithWhatTheDossierSays() {
        var trace = stated(CHILD).trace(content -> content).orElseThrow();

        assertEquals(trace, stated(TURNED).trace(content -> content).orElseThrow());
        assertEquals(Optional.empty(), stated("{\"identityStatus\": \"PROV\"}").trace(content -> content));
    }

    private Map<String, byte[]> sealed(String identity) {
        return stated(identity)
                .sealed(seal, new PatientMarks("350007084", content -> content))
                .fields();
    }

    private static StatedIdentity stated(String identity) {
        return new StatedIdentity(
                json(identity),
                json(
                        "{\"birthDate\": \"2026-07-20\", \"sex\": \"female\", \"disease\": {\"orpha\": \"ORPHA:83330\"}}"));
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) StrictJson.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
