package fr.genereferral.referral.identity;

import static fr.genereferral.referral.identity.Newborn.because;
import static fr.genereferral.referral.identity.Newborn.correct;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient without a number is accepted as provisional and qualified later. */
@ServiceTest
class CorrectedIdentityTest {
    private static final String MARSEILLE = "130804297";
    private static final String NOWHERE = "00000000-0000-7000-8000-000000000000";
    private static final String RENNES = Tokens.hospital(Tokens.RENNES);

    private final Newborn child = new Newborn();

    @Test
    void givesANewbornItsNumberAndFindsItByThatFromThenOn() throws SQLException {
        var journey = child.sentBy(Tokens.RENNES);
        var read = journey.read().extract().header("ETag");

        correct(RENNES, journey.id(), read, because("QUALIFIED_BY_INSI", child.qualified()))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("state", equalTo("ASSESSING"))
                .body(not(containsString(child.ins())))
                .body(not(containsString("NOUVEAU")));

        journey.get("/identity")
                .body("identityStatus", equalTo("QUAL"))
                .body("ins.value", equalTo(child.ins()))
                .body("givenNames", contains("Zoé"))
                .body("familyName", equalTo(child.family()));
        journey.get("/timeline")
                .body("items.what", contains("SUBMITTED", "IDENTITY_CORRECTED"))
                .body("items[1].reason", equalTo("QUALIFIED_BY_INSI"))
                .body("items[1].text", equalTo("Identité corrigée (qualifiée par le téléservice INSi)."));
        search("{\"ins\": \"" + child.ins() + "\"}").body("items.id", contains(journey.id()));
        search(named(child.family())).body("items.id", contains(journey.id()));
        search(named(child.nameless())).body("items", hasSize(0));
        assertEquals(List.of("t"), Newborn.first(journey));
        assertEquals(List.of("false true"), kept(journey, "compared || ' ' || marked", "referral where id"));
    }

    @Test
    void leavesAnAuditRowAndAnEventAndNoValueInEither() throws SQLException {
        var journey = child.sentBy(Tokens.RENNES);

        child.qualify(journey, Tokens.RENNES).statusCode(200);

        journey.get("/audit").body("items.action", hasItem("CORRECT_IDENTITY"));
        var events = kept(journey, "payload::text", "outbox where sequence = 2 and aggregateid::uuid");
        assertEquals(1, events.size());
        assertFalse(events.get(0).contains(child.ins()) || events.get(0).contains("NOUVEAU"));
        assertEquals(
                List.of("IDENTITY_CORRECTED QUALIFIED_BY_INSI"),
                kept(journey, "what || ' ' || reason", "timeline where version = 2 and referral_id"));
    }

    @Test
    void isSealedAgainAndKeepsNothingOfWhatItWas() throws SQLException {
        var journey = child.sentBy(Tokens.RENNES);
        var before =
                kept(journey, "encode(sealed, 'hex')", "identity_field where field = 'familyName' and referral_id");

        correct(RENNES, journey.id(), "*", because("TYPING_ERROR", child.named("VALI")))
                .statusCode(200);

        assertEquals(
                List.of("familyName", "identityStatus"),
                kept(journey, "field", "identity_field where referral_id").stream()
                        .sorted()
                        .toList());
        assertEquals(
                0,
                kept(
                                journey,
                                "1",
                                "identity_field where encode(sealed, 'hex') = '" + before.get(0) + "' and referral_id")
                        .size());
    }

    @Test
    void tellsTheHubThatItWasCorrectedAndNotWhy() {
        var journey = child.sentBy(Tokens.RENNES).offered();
        journey.as(Tokens.hub(MARSEILLE), "/identity").body("identityStatus", equalTo("PROV"));

        child.qualify(journey, Tokens.RENNES).statusCode(200).body("state", equalTo("OFFERED"));

        journey.as(Tokens.hub(MARSEILLE), "/timeline")
                .body("items[-1].what", equalTo("IDENTITY_CORRECTED"))
                .body("items[-1].reason", nullValue())
                .body("items[-1].text", equalTo("Identité du patient corrigée."));
        journey.as(Tokens.hub(MARSEILLE), "/identity").body("ins.value", equalTo(child.ins()));
        journey.as(Tokens.coordinator(), "/timeline").body("items[-1].reason", equalTo("QUALIFIED_BY_INSI"));
    }

    @Test
    void isForTheHospitalThatSentIt() {
        var journey = child.sentBy(Tokens.RENNES).offered();
        var body = because("OTHER", child.named("VALI"));

        correct(Tokens.hospital(MARSEILLE), journey.id(), "*", body).statusCode(403);
        correct(Tokens.hub(MARSEILLE), journey.id(), "*", body).statusCode(403);
        correct(Tokens.coordinator(), journey.id(), "*", body).statusCode(403);
        correct(Tokens.hospital(Tokens.ANGERS), journey.id(), "*", body).statusCode(404);
        correct(RENNES, NOWHERE, "*", body).statusCode(404);
        journey.get("/identity").body("identityStatus", equalTo("PROV"));
        journey.get("/actions")
                .body("items.find { it.action == 'CORRECT_IDENTITY' }.needs.reason", hasItem("TYPING_ERROR"));
        journey.as(Tokens.hub(MARSEILLE), "/actions").body("items.action", not(hasItem("CORRECT_IDENTITY")));
    }

    @Test
    void isDecidedFromTheVersionThatWasReadAndOnceInTheSameWords() {
        var journey = child.sentBy(Tokens.RENNES);
        var qualified = because("QUALIFIED_BY_INSI", child.qualified());
        var read = journey.read().extract().header("ETag");
        var now = correct(RENNES, journey.id(), read, qualified)
                .statusCode(200)
                .extract()
                .header("ETag");

        correct(RENNES, journey.id(), read, qualified).statusCode(412).body("code", equalTo("STALE"));
        correct(RENNES, journey.id(), "\"draft-1\"", qualified).statusCode(412);
        correct(RENNES, journey.id(), null, qualified).statusCode(428);
        assertEquals(
                now,
                correct(RENNES, journey.id(), "*", qualified)
                        .statusCode(200)
                        .extract()
                        .header("ETag"));
        journey.get("/timeline").body("items.what", contains("SUBMITTED", "IDENTITY_CORRECTED"));
    }

    @Test
    void isOverWithTheReferral() {
        var journey = child.sentBy(Tokens.RENNES);
        journey.withdraw().statusCode(200);

        child.qualify(journey, Tokens.RENNES).statusCode(409).body("code", equalTo("MOVE_NOT_ALLOWED"));
        journey.get("/actions").body("items.action", not(hasItem("CORRECT_IDENTITY")));
    }

    @Test
    void isPossibleWhileAStopIsAskedFor() {
        var journey = child.sentBy(Tokens.RENNES).accepted();
        journey.withdraw().statusCode(202);

        child.qualify(journey, Tokens.RENNES).statusCode(200).body("state", equalTo("CANCEL_REQUESTED"));
    }

    @Test
    void isSaidWithTheRestOfADraft() {
        var draft = Journey.sent(Tokens.RENNES, child.body().put("draft", true));

        child.qualify(draft, Tokens.RENNES)
                .statusCode(409)
                .body("code", equalTo("MOVE_NOT_ALLOWED"))
                .body("actions", hasItem("EDIT_DRAFT"));
        draft.get("/actions").body("items.action", not(hasItem("CORRECT_IDENTITY")));
    }

    @Test
    void isGoneWithItsKey() throws SQLException {
        var journey = child.sentBy(Tokens.RENNES);
        try (var keys = Rows.ofKeys()) {
            keys.run("delete from referral_key where referral_id = '" + journey.id() + "'");
        }

        child.qualify(journey, Tokens.RENNES).statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        journey.get("/actions").body("items.action", not(hasItem("CORRECT_IDENTITY")));
        journey.read().body("version", equalTo(1));
    }

    /** Whoever looks into the incident finds it as it was. */
    @Test
    void leavesAnAlteredIdentityAsItIs() throws SQLException {
        var journey = child.sentBy(Tokens.RENNES);
        try (var superuser = Rows.asSuperuser("referral")) {
            superuser.run("update identity_field set sealed = '' where referral_id = '" + journey.id()
                    + "' and field = 'familyName'");
        }

        child.qualify(journey, Tokens.RENNES).statusCode(500).body("code", equalTo("IDENTITY_ALTERED"));

        assertEquals(
                List.of("IDENTITY_ALTERED"),
                kept(journey, "action", "audit where action like '%IDENTITY%' and referral_id"));
        journey.read().body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; ''; WRONG_TYPE",
                "{\"reason\": \"OTHER\"}; /identity; FIELD_MISSING",
                "{\"identity\": {\"identityStatus\": \"PROV\"}}; /reason; FIELD_MISSING",
                "{\"reason\": \"WHY_NOT\", \"identity\": {\"identityStatus\": \"PROV\"}}; /reason; VALUE_NOT_ALLOWED",
                "{\"reason\": \"OTHER\", \"identity\": {}}; /identity/identityStatus; FIELD_MISSING",
                "{\"reason\": \"OTHER\", \"identity\": {\"identityStatus\": \"FICT\"}}; /identity/identityStatus; VALUE_NOT_ALLOWED",
                "{\"reason\": \"OTHER\", \"identity\": {\"identityStatus\": \"PROV\", \"sex\": \"male\"}}; /identity/sex; FIELD_UNKNOWN"
            })
    void saysWhatIsWrong(String body, String pointer, String code) {
        correct(RENNES, NOWHERE, "*", body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    /** The first is as it should be, of Haute-Corse the second; then a wrong key, the key of 2B read as 2A, an OID that is none. */
    @ParameterizedTest
    @CsvSource({
        "255081416802538, 10, QUAL, , ",
        "287112B03304515, 10, QUAL, , ",
        "255081416802539, 10, QUAL, /identity/ins/value, WRONG_CHECK_DIGIT",
        "287112A03304515, 10, QUAL, /identity/ins/value, WRONG_CHECK_DIGIT",
        "287112C03304515, 10, QUAL, /identity/ins/value, WRONG_FORMAT",
        "255081416802538, 7, QUAL, /identity/ins/system, WRONG_FORMAT",
        "255081416802538, 10, VALI, /identity/ins, INS_NEEDS_QUALIFIED_IDENTITY",
        "255081416802538, 10, RECUP, /identity/ins, INS_NEEDS_QUALIFIED_IDENTITY",
        "255081416802538, 10, PROV, /identity/ins, INS_NEEDS_QUALIFIED_IDENTITY"
    })
    void takesANumberThatIsRightAndQualified(String ins, String oid, String status, String pointer, String code) {
        var identity = child.qualified().put("identityStatus", status);
        ((ObjectNode) identity.get("ins")).put("value", ins).put("system", "urn:oid:1.2.250.1.213.1.4." + oid);
        var body = because("QUALIFIED_BY_INSI", identity);

        if (code == null) {
            var journey = child.sentBy(Tokens.RENNES);
            correct(RENNES, journey.id(), "*", body).statusCode(200);
            journey.get("/identity").body("ins.value", equalTo(ins));
            journey.withdraw().statusCode(200);
            return;
        }
        correct(RENNES, NOWHERE, "*", body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALI", "RECUP", "PROV", "QUAL"})
    void takesAnyStatusOfANameWithoutANumber(String status) {
        var journey = child.sentBy(Tokens.RENNES);

        correct(RENNES, journey.id(), "*", because("IDENTITY_VERIFIED", child.named(status)))
                .statusCode(200);

        journey.get("/identity").body("identityStatus", equalTo(status));
    }

    /** An identity has one form, whenever it is said. */
    @Test
    void isHeldAgainstWhatANewReferralSaysOfIt() throws IOException {
        assertEquals(
                schema("NewReferral").at("/properties/identity"),
                schema("IdentityCorrection").at("/properties/identity"));
    }

    private static JsonNode schema(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(Path.of("src/main/resources/schemas", name + ".v1.schema.json")));
    }

    /** @param from a table and what ends with the column that names the referral */
    private static List<String> kept(Journey journey, String column, String from) throws SQLException {
        try (var superuser = Rows.asSuperuser("referral")) {
            return superuser
                    .select("select " + column + " as kept from " + from + " = ?", UUID.fromString(journey.id()))
                    .stream()
                    .map(row -> row.get("kept"))
                    .toList();
        }
    }

    private static String named(String family) {
        return "{\"patient\": {\"familyName\": \"" + family + "\", \"birthDate\": \"2026-07-20\"}}";
    }

    private static ValidatableResponse search(String body) {
        return given().auth()
                .oauth2(RENNES)
                .contentType("application/json")
                .body(body)
                .post("/v1/referrals/search")
                .then()
                .statusCode(200);
    }
}
