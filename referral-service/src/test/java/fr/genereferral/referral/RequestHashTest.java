package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestHashTest {
    /** Shows what is hashed: what differs here cannot be equal under any key. */
    private final RequestHash hash = framed -> framed;

    @Test
    void givesNoHospitalAPatientsHashAsThatOfItsKey() {
        var number = "255081416802538";
        var system = "urn:oid:1.2.250.1.213.1.4.10";
        var patient = hash.text("patient", system, number);

        for (var chosen : List.of("patient|" + system + "|" + number + "|", patient, system + number, number)) {
            assertNotEquals(patient, key(chosen));
        }
    }

    @Test
    void tellsApartWhereOnePartEndsAndTheNextBegins() {
        assertNotEquals(hash.text("patient", "ab", "c"), hash.text("patient", "a", "bc"));
        assertNotEquals(hash.text("patient", "a"), hash.text("patient", "a", ""));
        assertNotEquals(hash.text("birth", "a"), hash.text("patient", "a"));
    }

    @Test
    void recognisesARepeatedRequest() {
        assertEquals(key("k1"), key("k1"));
        assertNotEquals(key("k1"), key("k2"));
    }

    private String key(String chosen) {
        return IdempotencyKey.of("2B0000012", chosen, new byte[] {1}, hash).key();
    }
}
