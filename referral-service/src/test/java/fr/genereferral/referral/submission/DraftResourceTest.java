package fr.genereferral.referral.submission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class DraftResourceTest {
    private static final String SOME = """
            {"draft": true, "dossier": {"disease": {"orpha": "ORPHA:83330"}},
             "identity": {"familyName": "EXEMPLE-CANARI"}}""";

    @Test
    void isKeptWithWhateverIsKnownAndReadByItsHospital() {
        var draft = begun(SOME)
                .header("ETag", "\"draft-1\"")
                .body("state", equalTo("DRAFT"))
                .body("version", equalTo(0))
                .body("clockStartedAt", nullValue())
                .body("dossier", nullValue())
                .body("draft.version", equalTo(1))
                .body("draft.content.dossier.disease.orpha", equalTo("ORPHA:83330"))
                .body(not(containsString("CANARI")));
        var journey = journey(draft);

        journey.read().statusCode(200).header("ETag", "\"draft-1\"").body("draft.savedAt", notNullValue());
        journey.get("/identity").statusCode(200).body("familyName", equalTo("EXEMPLE-CANARI"));
        for (var path : List.of("/timeline", "/facts", "/questions", "/assessments", "/meetings")) {
            journey.get(path).statusCode(200).body("items", hasSize(0));
        }
        journey.get("/actions").body("items.action", hasItems("EDIT_DRAFT", "VALIDATE", "SUBMIT", "WITHDRAW"));
        journey.addFacts("{\"reports\": [{\"id\": \"r7\"}]}").statusCode(409);
        list(Tokens.hospital(Tokens.RENNES)).body("items.id", hasItem(journey.id()));
    }

    @Test
    void isNothingToAnybodyElse() throws SQLException {
        var journey = journey(begun(SOME));

        for (var token : List.of(Tokens.coordinator(), Tokens.hospital(Tokens.ANGERS), Tokens.hub("130804297"))) {
            for (var path : List.of("", "/timeline", "/facts", "/actions", "/meetings")) {
                journey.as(token, path).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
            }
            list(token).body("items.id", not(hasItem(journey.id())));
        }
        var angers = Tokens.hospital(Tokens.ANGERS);
        journey.as(angers, "/identity").statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        putAs(Tokens.ANGERS, journey, "*", SOME).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        sendAs(Tokens.ANGERS, journey, UUID.randomUUID().toString()).statusCode(404);
        for (var move : List.of("validation", "withdrawal")) {
            journey.move(angers, move, "{\"reason\": \"FAMILY_DECISION\"}")
                    .statusCode(404)
                    .body("code", equalTo("REFERRAL_NOT_FOUND"));
        }
        journey.read().statusCode(200).header("ETag", "\"draft-1\"");
        journey.move(Tokens.coordinator(), "duplicate-review", "{\"decision\": \"NOT_THE_SAME\"}")
                .statusCode(404);
        assertEquals(0, events(journey).size());
        for (var stranger : List.of("", Tokens.ANGERS, "national")) {
            assertEquals(0, seenBy(stranger, "select 1 from draft where referral_id = '" + journey.id() + "'"));
            assertEquals(0, seenBy(stranger, "select 1 from referral where id = '" + journey.id() + "'"));
            assertEquals(0, seenBy(stranger, "select 1 from audit where referral_id = '" + journey.id() + "'"));
        }
        assertEquals(1, seenBy(Tokens.RENNES, "select 1 from draft where referral_id = '" + journey.id() + "'"));
    }

    @Test
    void isWrittenInPiecesAndNoPieceWipesOutANewerOne() {
        var journey = journey(begun(SOME));

        put(journey, "\"draft-1\"", "{\"therapiesSought\": [\"ONA-IV\"]}")
                .statusCode(200)
                .header("ETag", "\"draft-2\"")
                .body("draft.content.therapiesSought", contains("ONA-IV"))
                .body("draft.content.dossier", nullValue());
        journey.get("/identity").statusCode(200).body("familyName", nullValue());
        String savedAt = journey.read().extract().path("updatedAt");
        put(journey, "\"draft-1\"", SOME).statusCode(412).body("code", equalTo("STALE"));
        journey.read().body("updatedAt", equalTo(savedAt));
        put(journey, "\"0\"", SOME).statusCode(412);
        put(journey, "", SOME).statusCode(428).body("code", equalTo("PRECONDITION_MISSING"));
        put(journey, "*", SOME).statusCode(200).header("ETag", "\"draft-3\"");
        put(journey, "*", "{\"dossier\": {\"birthDate\": \"soon\"}}")
                .statusCode(422)
                .body("violations.pointer", contains("/dossier/birthDate"));
    }

    @Test
    void saysWhatIsMissingAndIsSentWhenNothingIs() throws SQLException {
        var body = Bodies.complete();
        ((ObjectNode) body.get("dossier")).remove("consent");
        var journey = journey(begun(body.put("draft", true).toString()));
        var missing = List.of("/dossier/consent/geneticTest", "/dossier/consent/sharing");

        validated(journey)
                .statusCode(200)
                .body("sendable", equalTo(false))
                .body("missing.pointer", equalTo(missing))
                .body("wrong", hasSize(0))
                .body("eligibilityPreview.href", equalTo("/v1/eligibility/preview"))
                .body("eligibilityPreview.body.dossier.birthDate", notNullValue());
        send(journey, "k1")
                .statusCode(422)
                .body("code", equalTo("INVALID"))
                .body("violations.pointer", equalTo(missing));
        put(journey, "*", Bodies.complete().toString()).statusCode(200);
        validated(journey).body("sendable", equalTo(true));

        var key = UUID.randomUUID().toString();
        String sentAt = send(journey, key)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("ASSESSING"))
                .body("dossierVersion", equalTo(1))
                .body("draft", nullValue())
                .extract()
                .path("clockStartedAt");
        send(journey, key).statusCode(200).body("clockStartedAt", startsWith(sentAt));
        send(journey, UUID.randomUUID().toString()).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        for (var version : List.of("*", "\"1\"", "\"draft-2\"")) {
            put(journey, version, SOME).statusCode(409).body("actions", hasItem("ADD_FACTS"));
        }
        validated(journey).statusCode(409);

        assertEquals(List.of("ReferralSubmitted.v1 1"), events(journey));
        journey.get("/identity").statusCode(200).body("identityStatus", equalTo("PROV"));
        journey.get("/timeline").body("items.what", contains("SUBMITTED"));
        journey.as(Tokens.coordinator(), "").statusCode(200);
        journey.hearEligible();
        journey.until("ROUTING");
    }

    @Test
    void isHeldAgainstWhatIsReferredAlready() {
        var body = Bodies.complete();
        ((ObjectNode) body.get("identity")).put("identityStatus", "QUAL");
        ((ObjectNode) body.at("/identity"))
                .putObject("ins")
                .put("value", "287112B03305208")
                .put("system", "urn:oid:1.2.250.1.213.1.4.10");
        var draft = journey(begun(body.deepCopy().put("draft", true).toString()));
        var second = journey(begun(body.deepCopy().put("draft", true).toString()));
        var another = Journey.of(
                begunBy(Tokens.ANGERS, body.deepCopy().put("draft", true).toString())
                        .extract()
                        .path("id"),
                Tokens.ANGERS);

        send(draft, "k1").statusCode(200).body("state", equalTo("ASSESSING"));
        send(second, "k2")
                .statusCode(409)
                .body("code", equalTo("DUPLICATE_REFERRAL"))
                .body("referral", equalTo("/v1/referrals/" + draft.id()));
        second.read().body("state", equalTo("DRAFT"));
        sendAs(Tokens.ANGERS, another, "k1").statusCode(200).body("state", equalTo("ASSESSING"));
        another.as(Tokens.coordinator(), "").body("state", equalTo("DUPLICATE_REVIEW"));
    }

    @Test
    void endsUnheardWhenItIsStopped() throws SQLException {
        var journey = journey(begun(SOME));

        journey.withdraw().statusCode(200).body("state", equalTo("CANCELLED"));

        assertEquals(0, events(journey).size());
        assertEquals(0, seenBy("platform", "select 1 from draft where referral_id = '" + journey.id() + "'"));
        journey.get("/timeline").body("items.what", contains("WITHDRAWN"));
        for (var table : List.of("timeline", "audit")) {
            assertEquals(
                    0, seenBy("national", "select 1 from " + table + " where referral_id = '" + journey.id() + "'"));
        }
        journey.as(Tokens.coordinator(), "").statusCode(404);
        journey.read().statusCode(200).body("draft", nullValue());
        send(journey, "k1").statusCode(409);
        journey.withdraw().statusCode(409);
    }

    @Test
    void isUnreadableWithoutItsKeyAndCanBeStoppedAllTheSame() throws SQLException {
        var journey = journey(begun(SOME));
        try (var rows = Rows.asService().seeingAs("platform")) {
            var kept = rows.select(
                    "select encode(content, 'escape') c, encode(identity, 'escape') i from draft where referral_id = '"
                            + journey.id() + "'");
            assertTrue(kept.stream()
                    .flatMap(row -> row.values().stream())
                    .noneMatch(text -> text.contains("CANARI") || text.contains("ORPHA")));
        }

        try (var keys = Rows.ofKeys()) {
            keys.run("delete from referral_key where referral_id = '" + journey.id() + "'");
        }

        journey.read().statusCode(200).body("state", equalTo("DRAFT")).body("draft", nullValue());
        journey.get("/actions")
                .body("items.action", hasItem("WITHDRAW"))
                .body("items.action", not(hasItem("EDIT_DRAFT")))
                .body("items.action", not(hasItem("VALIDATE")))
                .body("items.action", not(hasItem("SUBMIT")));
        journey.get("/identity").statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        send(journey, "k1").statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        put(journey, "*", SOME).statusCode(404);
        journey.withdraw().statusCode(200);
    }

    @Test
    void isRefusedWhereItDoesNotOpenInItsPlace() throws SQLException {
        var journey = journey(begun(SOME));
        try (var service = Rows.asService().seeingAs(Tokens.RENNES)) {
            service.run("update draft set content = identity where referral_id = '" + journey.id() + "'");
        }

        journey.read().statusCode(500).body("code", equalTo("IDENTITY_ALTERED")).body(not(containsString("CANARI")));
        send(journey, "k1").statusCode(500).body("code", equalTo("IDENTITY_ALTERED"));
        journey.get("/identity").statusCode(200);
        assertEquals(
                2,
                seenBy(
                        "platform",
                        "select 1 from audit where action = 'IDENTITY_ALTERED' and referral_id = '" + journey.id()
                                + "'"));
    }

    /** Of the same hospital, and of one whose drafts it never sees. */
    @ParameterizedTest
    @ValueSource(strings = {Tokens.RENNES, Tokens.ANGERS})
    void isRefusedWhereItWasStoredAsAnotherDraft(String hospital) throws SQLException {
        var journey = journey(begun(SOME));
        var another = Journey.of(begunBy(hospital, SOME).extract().path("id"), hospital);
        try (var superuser = Rows.asSuperuser("referral")) {
            superuser.run(
                    "update draft d set content = o.content, identity = o.identity from draft o where d.referral_id = '"
                            + journey.id() + "' and o.referral_id = '" + another.id() + "'");
        }

        for (var path : List.of("", "/identity")) {
            journey.get(path)
                    .statusCode(500)
                    .body("code", equalTo("IDENTITY_ALTERED"))
                    .body(not(containsString("CANARI")))
                    .body(not(containsString("ORPHA")));
        }
        assertEquals(
                2,
                seenBy(
                        "platform",
                        "select 1 from audit where action = 'IDENTITY_ALTERED' and referral_id = '" + journey.id()
                                + "'"));
        send(journey, "k1").statusCode(500).body("code", equalTo("IDENTITY_ALTERED"));
        another.read().statusCode(200).body("draft.content.dossier.disease.orpha", equalTo("ORPHA:83330"));
        another.get("/identity").statusCode(200).body("familyName", equalTo("EXEMPLE-CANARI"));
    }

    @Test
    void isSentOnceHoweverManySendAndSaveItAtTheSameInstant() throws SQLException {
        var journey = journey(begun(Bodies.complete().put("draft", true).toString()));
        var key = UUID.randomUUID().toString();
        var other = Bodies.complete();
        ((ObjectNode) other.get("dossier")).put("residenceDepartement", "35");

        var sent = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> send(journey, key).extract().statusCode()))
                .toList();
        var saved = Stream.of(Bodies.complete(), other)
                .map(body -> CompletableFuture.supplyAsync(
                        () -> put(journey, "*", body.toString()).extract().statusCode()))
                .toList();

        sent.forEach(answer -> assertEquals(200, answer.join()));
        saved.forEach(answer -> assertTrue(List.of(200, 409).contains(answer.join())));
        assertEquals(List.of("ReferralSubmitted.v1 1"), events(journey));
        journey.read().body("state", equalTo("ASSESSING")).body("version", equalTo(1));
    }

    @Test
    void answersEachWithWhatHeHasSavedHimself() {
        var journey = journey(begun(SOME));

        var answers = Stream.of("29", "35", "44", "75")
                .map(place -> CompletableFuture.supplyAsync(
                        () -> put(journey, "*", "{\"dossier\": {\"residenceDepartement\": \"" + place + "\"}}")
                                .statusCode(200)
                                .body("draft.content.dossier.residenceDepartement", equalTo(place))
                                .extract()
                                .header("ETag")))
                .toList();

        assertEquals(
                Set.of("\"draft-2\"", "\"draft-3\"", "\"draft-4\"", "\"draft-5\""),
                answers.stream().map(CompletableFuture::join).collect(Collectors.toSet()));
    }

    @Test
    void isSentFirstOrNeverWhenItIsStoppedAtTheSameInstant() throws SQLException {
        var journey = journey(begun(Bodies.complete().put("draft", true).toString()));

        var sent = CompletableFuture.supplyAsync(
                () -> send(journey, "k1").extract().statusCode());
        var stopped =
                CompletableFuture.supplyAsync(() -> journey.withdraw().extract().statusCode());

        assertEquals(200, stopped.join());
        assertTrue(List.of(200, 409).contains(sent.join()));
        journey.read().body("state", equalTo("CANCELLED"));
        var heard = events(journey);
        assertEquals(sent.join() == 200, heard.contains("ReferralSubmitted.v1 1"), heard::toString);
        assertEquals(sent.join() == 200 ? 2 : 0, heard.size(), heard::toString);
    }

    @Test
    void isHeldBackOnceWhenTwoHospitalsSendTheSameChildAtTheSameInstant() {
        var body = Bodies.complete().put("draft", true);
        ((ObjectNode) body.get("identity")).put("identityStatus", "QUAL");
        ((ObjectNode) body.at("/identity"))
                .putObject("ins")
                .put("value", "226072B03305322")
                .put("system", "urn:oid:1.2.250.1.213.1.4.10");
        var hospitals = List.of(Tokens.RENNES, Tokens.ANGERS);
        var drafts = hospitals.stream()
                .map(hospital ->
                        Journey.of(begunBy(hospital, body.toString()).extract().path("id"), hospital))
                .toList();

        var sent = IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> sendAs(
                                hospitals.get(n),
                                drafts.get(n),
                                UUID.randomUUID().toString())
                        .extract()
                        .statusCode()))
                .toList();

        sent.forEach(answer -> assertEquals(200, answer.join()));
        assertEquals(
                Set.of("ASSESSING", "DUPLICATE_REVIEW"),
                drafts.stream()
                        .map(draft ->
                                draft.as(Tokens.coordinator(), "").extract().<String>path("state"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void isKeptOnceForEachKey() {
        var key = UUID.randomUUID().toString();
        String first = post(Tokens.RENNES, key, SOME).statusCode(201).extract().path("id");

        sendAs(Tokens.RENNES, Journey.of(first, Tokens.RENNES), key)
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        post(Tokens.RENNES, key, SOME).statusCode(201).body("id", equalTo(first));
        post(Tokens.RENNES, key, Bodies.complete().toString())
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void isValidatedWithoutBeingKept() throws SQLException {
        var before = seenBy("platform", "select 1 from referral");

        request(Tokens.RENNES)
                .header("Accept-Language", "en")
                .body("{\"dossier\": {\"facts\": [{\"code\": \"body-wieght\", \"state\": \"present\"}]}}")
                .post("/v1/referrals/validation")
                .then()
                .statusCode(200)
                .body("sendable", equalTo(false))
                .body("missing.pointer", hasItems("/dossier/birthDate", "/identity"))
                .body("wrong.find { it.code == 'FACT_UNKNOWN' }.expected", equalTo("body-weight"))
                .body("eligibilityPreview", nullValue());
        request(Tokens.RENNES)
                .body("{\"dossier\": 1}")
                .post("/v1/referrals/validation")
                .then()
                .statusCode(422);

        assertEquals(before, seenBy("platform", "select 1 from referral"));
    }

    private static ValidatableResponse begun(String body) {
        return begunBy(Tokens.RENNES, body);
    }

    private static ValidatableResponse begunBy(String hospital, String body) {
        return post(hospital, UUID.randomUUID().toString(), body).statusCode(201);
    }

    private static Journey journey(ValidatableResponse begun) {
        return Journey.of(begun.extract().path("id"), Tokens.RENNES);
    }

    private static ValidatableResponse post(String hospital, String key, String body) {
        return request(hospital)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/referrals")
                .then();
    }

    private static ValidatableResponse put(Journey journey, String version, String body) {
        return putAs(Tokens.RENNES, journey, version, body);
    }

    private static ValidatableResponse putAs(String hospital, Journey journey, String version, String body) {
        return request(hospital)
                .header("If-Match", version)
                .body(body)
                .put("/v1/referrals/" + journey.id())
                .then();
    }

    private static ValidatableResponse send(Journey journey, String key) {
        return sendAs(Tokens.RENNES, journey, key + journey.id());
    }

    private static ValidatableResponse sendAs(String hospital, Journey journey, String key) {
        return request(hospital)
                .header("Idempotency-Key", key)
                .post("/v1/referrals/" + journey.id() + "/submission")
                .then();
    }

    private static ValidatableResponse validated(Journey journey) {
        return request(Tokens.RENNES)
                .post("/v1/referrals/" + journey.id() + "/validation")
                .then();
    }

    private static ValidatableResponse list(String token) {
        return given().auth()
                .oauth2(token)
                .get("/v1/referrals?limit=200")
                .then()
                .statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification request(String hospital) {
        return given().auth().oauth2(Tokens.hospital(hospital)).contentType("application/json");
    }

    /** What the others hear of it, with its number. */
    private static List<String> events(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows
                    .select("select type || ' ' || sequence as e from outbox where aggregateid = '" + journey.id()
                            + "'")
                    .stream()
                    .map(row -> row.get("e"))
                    .toList();
        }
    }

    private static int seenBy(String organisations, String query) throws SQLException {
        try (var service = Rows.asService().seeingAs(organisations)) {
            return service.select(query).size();
        }
    }
}
