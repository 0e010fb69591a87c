package fr.genereferral.referral.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Today;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hospital has to do, and whom its list is of. */
@ServiceTest
class OwnListTest {
    private final String family = "Le Goff";
    private final String file = "IPP of a list/1";
    private Journey child;

    @BeforeEach
    void send() {
        child = sent(Tokens.NANTES, family, file, "Zoé", "Anne");
    }

    @Test
    void namesItsOwnInTheListWhenItIsAskedAndKeepsWhoRead() throws SQLException {
        list("?limit=200").body(line("patient"), nullValue());

        list("?include=identity&limit=200")
                .statusCode(200)
                .body(line("patient.familyName"), equalTo(family))
                .body(line("patient.givenNames"), contains("Zoé", "Anne"))
                .body(line("patient.hospitalFileNumber"), equalTo(file))
                .body(line("patient.birthDate"), equalTo("2026-07-20"));

        assertEquals(List.of("SUBMIT", "LIST_IDENTITY"), audited());
        list("?include=everything").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void namesNobodyToAHubOrTheNation() {
        for (var token : List.of(Tokens.hub("130804297"), Tokens.coordinator())) {
            listAs(token, "?include=identity").statusCode(403).body("code", equalTo("FORBIDDEN"));
        }
    }

    @Test
    void namesNobodyWhoIsErased() throws SQLException {
        try (var keys = Rows.ofKeys()) {
            keys.run("delete from referral_key where referral_id = '" + child.id() + "'");
        }

        list("?include=identity&limit=200")
                .statusCode(200)
                .body(line("patient"), nullValue())
                .body(line("patientUnknown"), equalTo("IDENTITY_ERASED"));
    }

    @Test
    void namesNobodyWhoseIdentityWasAltered() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update identity_field set sealed = set_bit(sealed, 0, 1 - get_bit(sealed, 0))"
                    + " where referral_id = '" + child.id() + "' and field = 'familyName'");
        }

        list("?include=identity&limit=200")
                .statusCode(200)
                .body(line("patient"), nullValue())
                .body(line("patientUnknown"), equalTo("IDENTITY_ALTERED"));

        assertEquals(List.of("SUBMIT", "LIST_IDENTITY", "IDENTITY_ALTERED"), audited());
    }

    @Test
    void namesNobodyInADraft() {
        String draft = given().auth()
                .oauth2(Tokens.hospital(Tokens.NANTES))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"draft\": true, \"identity\": {\"familyName\": \"" + family + "\"}}")
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        list("?include=identity&state=DRAFT&limit=200")
                .statusCode(200)
                .body("items.id", hasItem(draft))
                .body("items.patient", everyItem(nullValue()))
                .body("items.patientUnknown", everyItem(nullValue()));
        listAs(Tokens.coordinator(), "?state=DRAFT").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void listsWhatIsDueWithTheOldestDayFirstAPageAtATime() throws SQLException {
        var younger = sent(Tokens.NANTES, family, file, "Max");
        child.hearVerdict("NEEDS_INFO");
        child.until("AWAITING_INFORMATION");
        younger.hearVerdict("DEFERRED");
        younger.until("DEFERRED").read().body("deferredUntil", equalTo(inFourWeeks()));
        list("?due=true&limit=200").body("items.id", hasItem(child.id())).body("items.id", not(hasItem(younger.id())));
        setDue(younger, "2020-01-01");
        setDue(child, "2020-01-02");

        var first = list("?due=true&limit=1")
                .body("items.id", contains(younger.id()))
                .body("items[0].dueOn", equalTo("2020-01-01"));
        String link = first.extract().header("Link");
        String cursor = first.extract().path("next");

        list("?due=true&limit=1&cursor=" + cursor).body("items.id", contains(child.id()));
        assertEquals("</v1/referrals?cursor=" + cursor + "&limit=1&due=true>; rel=\"next\"", link);
        listAs(Tokens.coordinator(), "?due=true&limit=1").body("items.id", contains(younger.id()));
        list("?due=true&state=DEFERRED&limit=1&cursor=" + cursor).body("items.id", not(hasItem(child.id())));
        list("?due=true&cursor=" + child.id()).statusCode(400);
    }

    /** A site that refers is asked as well. */
    @Test
    void listsWhatOthersHaveSentToTheHospitalAfterItsOwnAndWithoutNames() throws SQLException {
        try (var rows = Rows.asService().seeingAs("platform")) {
            rows.run("insert into referral_access (referral_id, organisation, since, as_hub) values ('" + child.id()
                    + "', '" + Tokens.ANGERS + "', now(), true)");
        }

        listAs(Tokens.hospital(Tokens.ANGERS), "?include=identity&limit=200&updatedSince=2026-01-01T00:00:00Z")
                .body("items.id", hasItem(child.id()))
                .body(line("patient"), nullValue())
                .body(line("patientUnknown"), nullValue());
    }

    private void setDue(Journey journey, String day) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set due_on = '" + day + "' where id = '" + journey.id() + "'");
        }
    }

    private static String inFourWeeks() {
        return Today.inParis().plusDays(28).toString();
    }

    private String line(String field) {
        return "items.find { it.id == '" + child.id() + "' }." + field;
    }

    private List<String> audited() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows.select("select action from audit where referral_id::text = ? order by id", child.id()).stream()
                    .map(row -> row.get("action"))
                    .toList();
        }
    }

    private static ValidatableResponse list(String query) {
        return listAs(Tokens.hospital(Tokens.NANTES), query);
    }

    private static ValidatableResponse listAs(String token, String query) {
        return given().auth().oauth2(token).get("/v1/referrals" + query).then();
    }

    private static Journey sent(String hospital, String family, String file, String... given) {
        var body = Bodies.complete();
        var identity = (ObjectNode) body.get("identity");
        identity.put("familyName", family).put("hospitalFileNumber", file);
        var names = identity.putArray("givenNames");
        List.of(given).forEach(names::add);
        return Journey.sent(hospital, body);
    }
}
