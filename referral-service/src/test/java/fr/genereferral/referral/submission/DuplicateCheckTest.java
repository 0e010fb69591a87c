package fr.genereferral.referral.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Duplicates.OpenCase;
import fr.genereferral.referral.InMemoryDuplicates;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Suspicion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicateCheckTest {
    private static final String NANTES = "440000271";
    private static final String ANGERS = "490000049";

    private final InMemoryDuplicates duplicates = new InMemoryDuplicates();
    private final DuplicateCheck check = new DuplicateCheck(duplicates, content -> content);
    private final UUID first = UUID.randomUUID();

    @Test
    void knowsNobodyWithoutANumber() {
        var suspicion = checked(Bodies.complete(), NANTES);

        assertNull(suspicion.trace());
        assertFalse(suspicion.isThere());
    }

    @Test
    void refusesTheHospitalItsOwnChildAgainAndSaysWhere() {
        refer(numbered(), NANTES);

        var refused = assertThrows(Refused.class, () -> checked(numbered(), NANTES));

        assertEquals("DUPLICATE_REFERRAL", refused.code());
        assertEquals(Optional.of(first), refused.existing());
    }

    @Test
    void suspectsAnothersAndSaysNothingOfIt() {
        refer(numbered(), NANTES);

        assertTrue(checked(numbered(), ANGERS).isThere());
    }

    @Test
    void letsAChildBeReferredForAnotherDisease() {
        refer(numbered(), NANTES);
        var other = numbered();
        ((ObjectNode) other.at("/dossier/disease")).put("orpha", "ORPHA:35708");

        assertFalse(checked(other, NANTES).isThere());
        assertFalse(checked(other, ANGERS).isThere());
    }

    @Test
    void findsOneNumberWithTwoDaysOfBirthOrTwoSexes() {
        refer(numbered(), NANTES);
        for (var wrong : List.of("birthDate=2026-07-21", "sex=male")) {
            var body = numbered();
            ((ObjectNode) body.get("dossier")).put(wrong.split("=")[0], wrong.split("=")[1]);
            ((ObjectNode) body.at("/dossier/disease")).put("orpha", "ORPHA:35708");

            var refused = assertThrows(Refused.class, () -> checked(body, NANTES));
            assertEquals("IDENTITY_CONFLICT", refused.code());
            assertTrue(checked(body, ANGERS).isThere());
        }
    }

    @Test
    void takesAnUnknownSexForNoContradiction() {
        refer(numbered(), NANTES);
        var body = numbered();
        ((ObjectNode) body.get("dossier")).put("sex", "unknown");

        assertEquals(
                "DUPLICATE_REFERRAL",
                assertThrows(Refused.class, () -> checked(body, NANTES)).code());
    }

    private void refer(ObjectNode body, String hospital) {
        duplicates.add(new OpenCase(first, hospital, checked(body, hospital).trace()));
    }

    private Suspicion checked(ObjectNode body, String hospital) {
        return check.check(NewReferral.from(body), hospital).await().indefinitely();
    }

    private static ObjectNode numbered() {
        var body = Bodies.complete();
        ((ObjectNode) body.get("identity"))
                .putObject("ins")
                .put("value", "255081416802538")
                .put("system", "urn:oid:1.2.250.1.213.1.4.10");
        return body;
    }
}
