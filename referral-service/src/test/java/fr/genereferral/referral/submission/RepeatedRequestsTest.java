package fr.genereferral.referral.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class RepeatedRequestsTest {
    private static final String LYON = "690007539";
    private static final int AT_ONCE = 10;

    @Test
    void endInOneReferralWhenTheyComeAtTheSameInstant() {
        var key = UUID.randomUUID().toString();
        var threads = Executors.newFixedThreadPool(AT_ONCE);

        var running = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> post(LYON, key, Bodies.complete()), threads))
                .toList();
        var answers = running.stream().map(CompletableFuture::join).toList();

        threads.shutdown();
        assertTrue(answers.stream().allMatch(a -> List.of(201, 409).contains(a.statusCode())));
        var kept = new HashSet<String>();
        answers.stream().filter(a -> a.statusCode() == 201).forEach(a -> kept.add(a.header("Location")));
        assertEquals(1, kept.size());
        assertEquals(kept.iterator().next(), post(LYON, key, Bodies.complete()).header("Location"));
        given().auth().oauth2(Tokens.hospital(LYON)).get("/v1/referrals").then().body("items", hasSize(1));
    }

    @Test
    void shareNoKeyWithAnotherHospital() {
        var key = UUID.randomUUID().toString();

        var rennes = post(Tokens.RENNES, key, Bodies.complete());
        var angers = post(Tokens.ANGERS, key, other());

        assertEquals(List.of(201, 201), List.of(rennes.statusCode(), angers.statusCode()));
    }

    @Test
    void areForgottenAfterADay() throws SQLException {
        var key = UUID.randomUUID().toString();
        var first = post(Tokens.RENNES, key, Bodies.complete());
        post(Tokens.RENNES, key, other()).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        try (var owner = Rows.asOwner()) {
            owner.run("update idempotency set created_at = created_at - interval '25 hours'");
        }

        var again = post(Tokens.RENNES, key, other());

        assertEquals(201, again.statusCode());
        assertTrue(!again.header("Location").equals(first.header("Location")));
    }

    /** A hospital may build its keys from what names a patient. */
    @Test
    void leaveOnlyAHashOfTheirKey() throws SQLException {
        var key = "DOSSIER-EXEMPLE-CANARI-" + UUID.randomUUID();

        post(Tokens.RENNES, key, Bodies.complete()).then().statusCode(201);

        try (var owner = Rows.asOwner()) {
            assertEquals(List.of(), owner.select("select 1 from idempotency where key like '%CANARI%'"));
        }
    }

    private static ObjectNode other() {
        var body = Bodies.complete();
        ((ObjectNode) body.get("dossier")).put("residenceDepartement", "35");
        return body;
    }

    private static Response post(String hospital, String key, ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/referrals");
    }
}
