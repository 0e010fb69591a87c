package fr.genereferral.referral.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.AuditTrail.Place;
import fr.genereferral.referral.Refused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditQueryTest {
    private static final String ID = "01a209ba-ff02-7dcb-add8-0df44e0e7340";

    @Test
    void goesOnWhereAPageHasEnded() {
        var place = new Place(Instant.parse("2026-11-24T08:15:00.123456Z"), UUID.fromString(ID));

        assertEquals(place, AuditQuery.place(AuditQuery.cursor(place)));
        assertNull(AuditQuery.place(null));
        assertNull(AuditQuery.cursor(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ID,
                "2026-11-24T08:15:00Z_",
                "2026-13-24T08:15:00Z_" + ID,
                "2026-11-24T08:15:00+01:00_" + ID,
                "-999999999-01-01T00:00:00Z_" + ID,
                "2026-11-24T08:15:00Z_" + ID + "'"
            })
    void isNoPlaceOfOurs(String cursor) {
        assertThrows(Refused.class, () -> AuditQuery.place(cursor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "", "1e2", "99999999999"})
    void isNoSizeOfAPage(String limit) {
        assertThrows(Refused.class, () -> AuditQuery.limit(limit));
    }

    @Test
    void hasAPageThatIsNotTooLarge() {
        assertEquals(50, AuditQuery.limit(null));
        assertEquals(200, AuditQuery.limit("200"));
    }
}
