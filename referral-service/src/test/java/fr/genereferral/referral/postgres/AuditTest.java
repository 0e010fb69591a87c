package fr.genereferral.referral.postgres;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.meeting.Minutes;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A row of the audit means that somebody was shown something or did something. */
@ServiceTest
class AuditTest {
    private static final String HUB = "130804297";
    private static final String WEIGHT =
            "{\"facts\": [{\"code\": \"body-weight\", \"state\": \"present\", \"value\": 6.1, \"unit\": \"kg\","
                    + " \"date\": \"2026-11-22\", \"source\": \"clinician\"}]}";

    @Test
    void saysWhichVersionOfTheDossierWasShownAndOnlyWhereOneWas() throws SQLException {
        var child = offered();
        var hub = Tokens.hub(HUB);

        child.as(hub, "").statusCode(200);
        child.as(hub, "/actions").statusCode(200);
        child.ask(hub, "{\"text\": \"Quel poids ?\"}").statusCode(201);
        child.addFacts(WEIGHT).statusCode(201);
        child.as(hub, "").statusCode(200);
        child.as(hub, "/timeline").statusCode(200);

        assertEquals(
                List.of("READ_DOSSIER 1", "READ_ACTIONS -", "ASK_QUESTION -", "READ_DOSSIER 2", "READ_TIMELINE -"),
                audited(child.id(), HUB));
    }

    @Test
    void saysOfAMoveThatShowsTheDossierWhichOneItWas() throws SQLException {
        var child = Journey.begun(Tokens.RENNES);
        child.hearCriteria("NOT_ELIGIBLE", 1, 1, "SUBMITTED", "ONA-IV.2");
        child.until("NOT_ELIGIBLE")
                .meet(
                        Tokens.coordinator(),
                        Minutes.of("GO")
                                .overruling("ONA-IV.2")
                                .with("comment", "\"Va mieux\"")
                                .toString())
                .statusCode(201);

        assertEquals(List.of("RECORD_MEETING 1"), audited(child.id(), "national"));
    }

    @Test
    void knowsOfNoDossierInADraftNorOfWhatWasOnlyChecked() throws SQLException {
        String draft = sender().body(Bodies.complete().put("draft", true).toString())
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var at = "/v1/referrals/" + draft;
        sender().header("If-Match", "\"draft-1\"")
                .body(Bodies.complete().toString())
                .put(at)
                .then()
                .statusCode(200);
        sender().header("If-Match", "\"draft-1\"")
                .body(Bodies.complete().toString())
                .put(at)
                .then()
                .statusCode(412);
        sender().post(at + "/validation").then().statusCode(200);
        sender().post(at + "/submission").then().statusCode(200);
        sender().post(at + "/submission").then().statusCode(409);

        assertEquals(
                List.of("BEGIN_DRAFT -", "READ_DOSSIER -", "EDIT_DRAFT -", "VALIDATE -", "SUBMIT -"),
                audited(draft, Tokens.RENNES));
    }

    private static Journey offered() {
        var child = Journey.begun(Tokens.RENNES);
        child.hearEligible();
        child.until("ROUTING").hearHub("OfferMade.v1", 1);
        return child.until("OFFERED");
    }

    private static RequestSpecification sender() {
        return given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static List<String> audited(String referral, String organisation) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows
                    .select(
                            "select action || ' ' || coalesce(dossier_version::text, '-') line from audit"
                                    + " where referral_id::text = ? and organisation = ? order by id",
                            referral,
                            organisation)
                    .stream()
                    .map(row -> row.get("line"))
                    .toList();
        }
    }
}
