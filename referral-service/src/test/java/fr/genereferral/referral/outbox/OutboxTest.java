package fr.genereferral.referral.outbox;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class OutboxTest {

    @Test
    void keepsWhatTheConnectorTurnsIntoARecordAndItsHeaders() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);

        var row = rowsOf(journey).get(0);

        assertEquals("referral", row.get("aggregatetype"));
        assertEquals("ReferralSubmitted.v1", row.get("type"));
        assertEquals("/referral-service", row.get("source"));
        assertEquals("1.0", row.get("specversion"));
        assertEquals("application/json", row.get("datacontenttype"));
        assertEquals("1", row.get("sequence"));
        assertEquals(7, UUID.fromString(row.get("id")).version());
        assertDoesNotThrow(() -> Instant.parse(row.get("time")));
        assertTrue(row.get("payload").contains("\"referralId\":\"" + journey.id() + "\""));
    }

    @Test
    void letsNoIdentityConsentOrClinicianOut() throws SQLException {
        var payload = rowsOf(Journey.begun(Tokens.RENNES)).get(0).get("payload");

        List.of("CANARI", "identity", "consent", "\"clinician\":", "99700218896")
                .forEach(word -> assertFalse(payload.contains(word), word));
    }

    @Test
    void hasOneEventForEachVersionAndNoneForARefusal() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        journey.withdraw().statusCode(200);
        journey.withdraw().statusCode(409);

        assertEquals(
                List.of("ReferralSubmitted.v1", "ReferralClosed.v1"),
                rowsOf(journey).stream().map(row -> row.get("type")).toList());
    }

    @Test
    void keepsNoChangeWhoseEventCannotBeStored() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        try (var owner = Rows.asOwner()) {
            owner.run("alter table outbox add constraint shut check (aggregateid <> '" + journey.id() + "') not valid");
            journey.withdraw().statusCode(500);
            owner.run("alter table outbox drop constraint shut");
        }

        journey.read().body("state", equalTo("ASSESSING")).body("version", equalTo(1));
        journey.withdraw().statusCode(200).body("version", equalTo(2));
    }

    private static List<Map<String, String>> rowsOf(Journey journey) throws SQLException {
        try (var owner = Rows.asOwner().seeingAs("platform")) {
            return owner.select("select * from outbox where aggregateid = ? order by sequence", journey.id());
        }
    }
}
