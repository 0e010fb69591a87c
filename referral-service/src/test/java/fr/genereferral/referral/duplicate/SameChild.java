package fr.genereferral.referral.duplicate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An invented child whom several hospitals refer, with a test number of its own. */
final class SameChild {
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final String ins;

    SameChild() {
        var number = "2260735239%03d".formatted(CHILDREN.incrementAndGet());
        ins = number + "%02d".formatted(97 - Long.parseLong(number) % 97);
    }

    Journey sentBy(String hospital) {
        return sentBy(hospital, body());
    }

    Journey sentBy(String hospital, ObjectNode body) {
        return Journey.of(send(hospital, body).statusCode(201).extract().path("id"), hospital);
    }

    ValidatableResponse send(String hospital, ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/v1/referrals")
                .then();
    }

    ObjectNode body() {
        var body = Bodies.complete();
        var identity = (ObjectNode) body.get("identity");
        identity.put("identityStatus", "QUAL");
        identity.putObject("ins").put("value", ins).put("system", "urn:oid:1.2.250.1.213.1.4.10");
        return body;
    }

    static ValidatableResponse merge(Journey one, Journey other) {
        return merge(Tokens.coordinator(), one, finding(other));
    }

    static ValidatableResponse merge(String token, Journey one, String body) {
        return one.move(token, "merge", body);
    }

    static String finding(Journey other) {
        return "{\"other\": \"" + other.id() + "\", \"reason\": \"HOSPITALS_AGREE\"}";
    }

    static ValidatableResponse undo(Journey superseded) {
        return superseded.move(Tokens.coordinator(), "merge-undoing", "{\"reason\": \"TWO_CHILDREN\"}");
    }

    static ValidatableResponse listed(String token, String query) {
        return given().auth().oauth2(token).get("/v1/duplicates" + query).then();
    }

    static void assertState(Journey journey, String state) {
        journey.as(Tokens.coordinator(), "").body("state", equalTo(state));
    }
}
