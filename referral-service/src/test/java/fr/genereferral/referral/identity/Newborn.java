package fr.genereferral.referral.identity;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** An invented child who has no number yet when it is sent, and gets a test number of its own. */
final class Newborn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final int number = CHILDREN.incrementAndGet();
    /** Digits are no letters of a name. */
    private final String letters = Integer.toString(number, 26)
            .chars()
            .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 26))))
            .collect(Collectors.joining());

    private final String ins = withKey("2260735237%03d".formatted(number));

    private static String withKey(String body) {
        return body + "%02d".formatted(97 - Long.parseLong(body) % 97);
    }

    String ins() {
        return ins;
    }

    String family() {
        return "NOUVEAU-" + letters;
    }

    /** What the child was called before it had a name. */
    String nameless() {
        return "BÉBÉ-" + letters;
    }

    /** As it is sent before it has a number. */
    ObjectNode body() {
        var body = Bodies.complete();
        var identity = (ObjectNode) body.get("identity");
        identity.put("familyName", nameless()).remove("givenNames");
        return body;
    }

    /** As it is sent once it has one. */
    ObjectNode numbered() {
        var body = Bodies.complete();
        body.set("identity", qualified());
        return body;
    }

    Journey sentBy(String hospital) {
        return Journey.sent(hospital, body());
    }

    ObjectNode qualified() {
        var identity = JSON.createObjectNode().put("identityStatus", "QUAL").put("familyName", family());
        identity.putArray("givenNames").add("Zoé");
        identity.putObject("ins").put("value", ins).put("system", "urn:oid:1.2.250.1.213.1.4.10");
        return identity;
    }

    ObjectNode named(String status) {
        return JSON.createObjectNode().put("identityStatus", status).put("familyName", family());
    }

    ValidatableResponse qualify(Journey journey, String hospital) {
        return correct(Tokens.hospital(hospital), journey.id(), "*", because("QUALIFIED_BY_INSI", qualified()));
    }

    static String because(String reason, ObjectNode identity) {
        var body = JSON.createObjectNode().put("reason", reason);
        body.set("identity", identity);
        return body.toString();
    }

    /** @param version null for none */
    static ValidatableResponse correct(String token, String id, String version, String body) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (version == null ? request : request.header("If-Match", version))
                .put("/v1/referrals/" + id + "/identity")
                .then();
    }

    static ValidatableResponse send(String hospital, ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/v1/referrals")
                .then();
    }

    /** @return of a referral, whether it is the first of its number and disease: t, f, or nothing without a number */
    static List<String> first(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows
                    .select("select is_first from open_case where referral_id = ?", UUID.fromString(journey.id()))
                    .stream()
                    .map(row -> row.get("is_first"))
                    .toList();
        }
    }
}
