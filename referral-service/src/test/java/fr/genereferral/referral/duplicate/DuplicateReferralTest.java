package fr.genereferral.referral.duplicate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Patience;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ServiceTest
class DuplicateReferralTest {
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final String child = nextIns();

    @Test
    void isRefusedToTheSameHospitalWithTheLinkUntilTheFirstHasEnded() {
        var first = sent(Tokens.NANTES);

        send(Tokens.NANTES)
                .statusCode(409)
                .body("code", equalTo("DUPLICATE_REFERRAL"))
                .body("referral", equalTo("/v1/referrals/" + first.id()));
        first.withdraw().statusCode(200);
        send(Tokens.NANTES).statusCode(201).body("state", equalTo("ASSESSING"));
    }

    @Test
    void waitsForTheCoordinatorWhenAnotherHospitalWasFirst() {
        sent(Tokens.NANTES);
        var second = sent(Tokens.ANGERS);

        second.as(Tokens.coordinator(), "").body("state", equalTo("DUPLICATE_REVIEW"));
        second.hearEligible();

        second.as(Tokens.coordinator(), "/actions").body("items.action", hasItem("DECIDE_DUPLICATE"));
        second.get("/actions").body("items.action", not(hasItem("DECIDE_DUPLICATE")));
        await(second);
        second.as(Tokens.coordinator(), "").body("state", equalTo("DUPLICATE_REVIEW"));
        decide(second, Tokens.coordinator()).statusCode(200).body("state", equalTo("ROUTING"));
        decide(second, Tokens.coordinator()).statusCode(409);
    }

    @Test
    void changesNothingThatTheFirstHospitalCanSee() throws SQLException {
        var first = sent(Tokens.NANTES);
        var before = seen(first, "");
        var told = seen(first, "/timeline");
        var tag = first.read().extract().header("ETag");

        var second = sent(Tokens.ANGERS);

        assertEquals(before, seen(first, ""));
        assertEquals(told, seen(first, "/timeline"));
        assertEquals(tag, first.read().extract().header("ETag"));
        second.as(Tokens.hospital(Tokens.NANTES), "").statusCode(404);
        first.as(Tokens.hospital(Tokens.ANGERS), "").statusCode(404);
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            var audited =
                    rows.select("select distinct organisation from audit where referral_id = '" + first.id() + "'");
            assertEquals(1, audited.size());
            assertEquals(List.of(Tokens.NANTES), List.copyOf(audited.get(0).values()));
        }
    }

    /** What it is told is what it would be told of a child whom nobody else has. */
    @Test
    void isBeingAssessedToTheHospitalThatSentIt() {
        sent(Tokens.NANTES);
        var second = sent(Tokens.ANGERS);
        second.hearEligible();
        await(second);

        second.read()
                .body("state", equalTo("ASSESSING"))
                .body("version", equalTo(1))
                .body("verdicts.size()", equalTo(0));
        second.get("/timeline").body("items.state", contains("ASSESSING"));
        second.get("/actions").body("state", equalTo("ASSESSING"));
        second.get("/questions").body("state", equalTo("ASSESSING")).body("items.size()", equalTo(0));
        second.get("/assessments").body("items.size()", equalTo(0));
        listed("ASSESSING").body("items.id", hasItem(second.id()));
        listed("DUPLICATE_REVIEW").body("items.size()", equalTo(0));
        second.as(Tokens.coordinator(), "/timeline").body("items.state", contains("DUPLICATE_REVIEW"));

        decide(second, Tokens.coordinator()).statusCode(200);
        second.get("/timeline")
                .body("items.what", contains("SUBMITTED", "ASSESSED"))
                .body("items.by.role", contains("referrer", "platform"))
                .body("items.by.organisation", contains(Tokens.ANGERS, null));
        second.as(Tokens.coordinator(), "/timeline").body("items.what", hasItem("DUPLICATE_RULED_OUT"));
        second.get("/assessments").body("items.size()", equalTo(1));
    }

    @Test
    void isForgottenByTheTransactionThatEndsIt() throws SQLException {
        var first = sent(Tokens.NANTES);
        assertEquals(List.of("1"), kept(first));
        try (var service = Rows.asService().seeingAs(Tokens.ANGERS)) {
            assertEquals(
                    List.of(), service.select("select 1 from open_case where organisation = '" + Tokens.NANTES + "'"));
        }

        first.withdraw().statusCode(200);

        assertEquals(List.of("0"), kept(first));
    }

    private static List<String> kept(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows
                    .select("select count(*) as n from open_case where referral_id = '" + journey.id() + "'")
                    .stream()
                    .map(row -> row.values().iterator().next())
                    .toList();
        }
    }

    private static String seen(Journey journey, String path) {
        return journey.get(path).statusCode(200).extract().asString();
    }

    private static ValidatableResponse listed(String state) {
        return given().auth()
                .oauth2(Tokens.hospital(Tokens.ANGERS))
                .get("/v1/referrals?limit=200&state=" + state)
                .then()
                .statusCode(200);
    }

    @Test
    void isDecidedByTheCoordinatorAlone() {
        sent(Tokens.NANTES);
        var second = sent(Tokens.ANGERS);

        decide(second, Tokens.hospital(Tokens.ANGERS)).statusCode(403);
        decide(second, Tokens.hub(Tokens.NANTES)).statusCode(403);
        second.withdraw().statusCode(200);
    }

    @Test
    void isAConflictWhenTheNumberComesWithAnotherDayOfBirth() {
        sent(Tokens.NANTES);
        var other = body();
        ((ObjectNode) other.get("dossier")).put("birthDate", "2026-07-19");

        post(Tokens.NANTES, UUID.randomUUID().toString(), other)
                .statusCode(422)
                .body("code", equalTo("IDENTITY_CONFLICT"));
        String id = post(Tokens.ANGERS, UUID.randomUUID().toString(), other)
                .statusCode(201)
                .body("state", equalTo("ASSESSING"))
                .extract()
                .path("id");
        Journey.of(id, Tokens.ANGERS).as(Tokens.coordinator(), "").body("state", equalTo("DUPLICATE_REVIEW"));
    }

    @Test
    void isTheSameReferralWhenOneRequestComesTwice() {
        var key = UUID.randomUUID().toString();
        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> post(Tokens.NANTES, key, body())
                        .statusCode(201)
                        .extract()
                        .<String>path("id")))
                .limit(4)
                .toList();

        assertEquals(1, answers.stream().map(CompletableFuture::join).distinct().count());
    }

    @Test
    void hasOneWhoIsFirstWhenSeveralSendItAtTheSameInstant() throws SQLException {
        var hospitals =
                List.of(Tokens.NANTES, Tokens.ANGERS, Tokens.RENNES, Tokens.NANTES, Tokens.ANGERS, Tokens.RENNES);
        var answers = hospitals.stream()
                .map(hospital -> CompletableFuture.supplyAsync(
                        () -> send(hospital).extract().statusCode()))
                .toList();

        assertEquals(
                List.of(201, 201, 201, 409, 409, 409),
                answers.stream().map(CompletableFuture::join).sorted().toList());
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            var stored =
                    rows.select("select c.is_first, r.state from open_case c join referral r on r.id = c.referral_id"
                            + " where c.patient = (select patient from open_case order by referral_id desc limit 1)"
                            + " order by 1 desc, 2");
            assertEquals(
                    List.of("t ASSESSING", "f DUPLICATE_REVIEW", "f DUPLICATE_REVIEW"),
                    stored.stream().map(row -> String.join(" ", row.values())).toList());
        }
    }

    private static void await(Journey journey) {
        Patience.await().untilAsserted(() -> journey.as(Tokens.coordinator(), "/assessments")
                .body("items.size()", equalTo(1)));
    }

    private static ValidatableResponse decide(Journey journey, String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"decision\": \"NOT_THE_SAME\"}")
                .post("/v1/referrals/" + journey.id() + "/duplicate-review")
                .then();
    }

    private Journey sent(String hospital) {
        return Journey.of(send(hospital).statusCode(201).extract().path("id"), hospital);
    }

    private ValidatableResponse send(String hospital) {
        return post(hospital, UUID.randomUUID().toString(), body());
    }

    private static ValidatableResponse post(String hospital, String key, ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.toString())
                .post("/v1/referrals")
                .then();
    }

    private ObjectNode body() {
        var body = Bodies.complete();
        var identity = (ObjectNode) body.get("identity");
        identity.put("identityStatus", "QUAL");
        identity.putObject("ins").put("value", child).put("system", "urn:oid:1.2.250.1.213.1.4.10");
        return body;
    }

    /** A test number with its right key: one for each test. */
    private static String nextIns() {
        var number = "2260735238%03d".formatted(CHILDREN.incrementAndGet());
        return number + "%02d".formatted(97 - Long.parseLong(number) % 97);
    }
}
