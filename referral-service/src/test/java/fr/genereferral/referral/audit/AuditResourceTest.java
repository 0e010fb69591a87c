package fr.genereferral.referral.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@ServiceTest
class AuditResourceTest {
    private static final String HUB = "130804297";
    private static final String AUDITOR = Tokens.token("national", "auditor", "referral-api");
    private static final List<String> OF_A_SECOND_REFERRAL =
            List.of("COMPARE_IDENTITY", "SUSPECT_DUPLICATE", "DECIDE_DUPLICATE");

    @Test
    void saysWhoHasLookedAtWhatNewestFirst() {
        var child = Journey.begun(Tokens.RENNES).offered();
        child.as(Tokens.hub(HUB), "").statusCode(200);
        child.as(Tokens.hub(HUB), "/identity").statusCode(200);
        child.as(Tokens.coordinator(), "/timeline").statusCode(200);

        child.get("/audit?limit=3")
                .statusCode(200)
                .body("items.action", contains("READ_TIMELINE", "READ_IDENTITY", "READ_DOSSIER"))
                .body("items.by.organisation", contains("national", HUB, HUB))
                .body("items.by.role", contains("coordinator", "hub_clinician", "hub_clinician"))
                .body(
                        "items.by.subject",
                        contains("subject-coordinator", "subject-hub_clinician", "subject-hub_clinician"))
                .body("items.part", contains("TIMELINE", "IDENTITY", "REFERRAL"))
                .body("items.kind", everyItem(is("READ")))
                .body("items.dossierVersion", contains(nullValue(), nullValue(), equalTo(1)))
                .body("items.purpose", everyItem(nullValue()))
                .body("items.text", contains("Historique lu.", "Identité lue.", "Demande et dossier lus."))
                .body("next", notNullValue())
                .header("Link", startsWith("</v1/referrals/" + child.id() + "/audit?cursor="));
    }

    /** By what somebody looked, and not for whom. */
    @Test
    void saysThatTheChildWasFoundByASearch() {
        var file = "F-" + UUID.randomUUID();
        // Letters alone, as a name has.
        var family = "TROUVEE-" + file.replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT);
        var child = sent(file, family);

        for (var asked : List.of(
                "{\"hospitalFileNumber\": \"" + file + "\"}",
                "{\"patient\": {\"familyName\": \"" + family + "\", \"birthDate\": \"2026-07-20\"}}")) {
            given().auth()
                    .oauth2(Tokens.hospital(Tokens.RENNES))
                    .contentType("application/json")
                    .body(asked)
                    .post("/v1/referrals/search")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(child.id()));
        }

        child.get("/audit")
                .body("items.action", contains("SEARCH_BY_NAME", "SEARCH_BY_FILE_NUMBER", "SUBMIT"))
                .body("items[0].part", equalTo("REFERRAL"))
                .body("items[0].purpose", equalTo("FINDING_AGAIN"))
                .body("items[1].text", equalTo("Retrouvée par une recherche du numéro de dossier."));
    }

    private static Journey sent(String file, String family) {
        var body = Bodies.complete();
        ((ObjectNode) body.get("identity")).put("familyName", family).put("hospitalFileNumber", file);
        return Journey.sent(Tokens.RENNES, body);
    }

    /** Not on the page that it reads: on the next one that anybody does. */
    @Test
    void isNotedItselfAndShownFromThenOn() {
        var child = Journey.begun(Tokens.RENNES);

        child.get("/audit").body("items.action", contains("SUBMIT")).body("next", nullValue());
        child.as(AUDITOR, "/audit").body("items.action", contains("READ_AUDIT", "SUBMIT"));
        child.get("/audit/export").statusCode(200);

        child.get("/audit")
                .body("items.action", contains("EXPORT_AUDIT", "READ_AUDIT", "READ_AUDIT", "SUBMIT"))
                .body("items[1].by.role", equalTo("auditor"))
                .body("items[1].purpose", equalTo("TRANSPARENCY"));
    }

    @Test
    void goesOnPageByPageWithoutAHoleAlsoWithinOneInstant() throws SQLException {
        var child = Journey.begun(Tokens.RENNES);
        plant(child, "READ_DOSSIER", 5, "2026-11-20T10:00:00Z");
        plant(child, "READ_FACTS", 2, "2026-11-19T10:00:00Z");

        var read = new ArrayList<String>();
        var cursor = "";
        do {
            var page = child.get("/audit?limit=2" + cursor).statusCode(200).extract();
            List<String> actions = page.path("items.action");
            read.addAll(actions);
            String next = page.path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertEquals(
                List.of(
                        "SUBMIT",
                        "READ_DOSSIER",
                        "READ_DOSSIER",
                        "READ_DOSSIER",
                        "READ_DOSSIER",
                        "READ_DOSSIER",
                        "READ_FACTS",
                        "READ_FACTS"),
                read);
    }

    /** Full pages, and nothing on any of them that says how much stands between: also where there is nothing else. */
    @Test
    void showsAHospitalNothingOfASecondReferralAndNoGap() throws SQLException {
        var child = Journey.begun(Tokens.RENNES);
        plant(child, "READ_DOSSIER", 2, "2026-11-20T10:00:00Z");
        for (var action : OF_A_SECOND_REFERRAL) {
            plant(child, action, 2, "2026-11-20T10:00:00Z");
        }
        plant(child, "MERGE_SOMETHING_NEW", 1, "2026-11-20T11:00:00Z");

        child.get("/audit?limit=3")
                .body("items.action", contains("SUBMIT", "READ_DOSSIER", "READ_DOSSIER"))
                .body("next", nullValue());
        child.as(AUDITOR, "/audit?limit=3")
                .body("items.action", contains("READ_AUDIT", "SUBMIT", "MERGE_SOMETHING_NEW"))
                .body("items[2].part", nullValue())
                .body("items[2].text", equalTo("MERGE_SOMETHING_NEW"))
                .body("next", notNullValue());
        var told = child.get("/audit/export").extract().asString();
        assertTrue(OF_A_SECOND_REFERRAL.stream().noneMatch(told::contains), told);
        assertEquals(4, told.lines().filter(line -> !line.contains("_AUDIT")).count());
    }

    /** Should the service ever forget to leave them out. */
    @Test
    void isHiddenByTheDatabaseTooFromWhoIsNotOfTheNation() throws SQLException {
        var child = Journey.begun(Tokens.RENNES);
        plant(child, "SUSPECT_DUPLICATE", 1, "2026-11-20T10:00:00Z");

        assertEquals(List.of("SUBMIT"), seenBy(Tokens.RENNES, child));
        assertEquals(List.of("SUBMIT", "SUSPECT_DUPLICATE"), seenBy("national", child));
        assertEquals(List.of("SUBMIT", "SUSPECT_DUPLICATE"), seenBy("platform", child));
        assertEquals(List.of(), seenBy(Tokens.ANGERS, child));
    }

    private static List<String> seenBy(String organisation, Journey child) throws SQLException {
        try (var rows = Rows.asService().seeingAs(organisation)) {
            return rows
                    .select("select action from audit where referral_id::text = ? order by action", child.id())
                    .stream()
                    .map(row -> row.get("action"))
                    .toList();
        }
    }

    @Test
    void isForTheHospitalThatHasSentItAndForTheAuditor() throws SQLException {
        var child = Journey.begun(Tokens.RENNES).offered();
        var before = rows(child);

        for (var path : List.of("/audit", "/audit/export")) {
            child.as(Tokens.hospital(Tokens.ANGERS), path).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
            child.as(Tokens.hospital(HUB), path).statusCode(403).body("code", equalTo("FORBIDDEN"));
            child.as(Tokens.hub(HUB), path).statusCode(403);
            child.as(Tokens.coordinator(), path).statusCode(403);
        }

        assertEquals(before, rows(child), "who is refused has read nothing");
    }

    /** Who has two offices is offered what he gets: he acts in the first of them. */
    @Test
    void isListedForWhomItIsShownToAndNobodyElse() {
        var child = Journey.begun(Tokens.RENNES).offered();

        for (var token : List.of(
                Tokens.both(HUB, "hub_clinician", "auditor"),
                Tokens.both(HUB, "referrer", "auditor"),
                Tokens.both("national", "coordinator", "auditor"),
                Tokens.hub(HUB),
                Tokens.coordinator(),
                Tokens.hospital(Tokens.RENNES),
                AUDITOR)) {
            List<String> listed =
                    child.as(token, "/actions").statusCode(200).extract().path("items.action");
            var status = child.as(token, "/audit").extract().statusCode();
            assertEquals(status == 200, listed.contains("READ_AUDIT"), listed::toString);
        }
    }

    @Test
    void knowsNoDraftForTheAuditor() {
        String draft = given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"draft\": true}")
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var child = Journey.of(draft, Tokens.RENNES);

        child.as(AUDITOR, "/audit").statusCode(404);
        child.as(AUDITOR, "/audit/export").statusCode(404);
        child.get("/audit").statusCode(200).body("items.action", everyItem(not(equalTo("SUBMIT"))));
    }

    @Test
    void refusesACursorOrASizeThatIsNone() {
        var child = Journey.begun(Tokens.RENNES);

        child.get("/audit?cursor=x").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
        child.get("/audit?limit=201").statusCode(400);
    }

    @Test
    void isExportedWholeInTheReadersLanguageUnderTheReference() throws SQLException {
        var child = Journey.begun(Tokens.RENNES);
        plant(child, "READ_DOSSIER", 1201, "2026-11-20T10:00:00Z");
        String reference = child.read().extract().path("reference");

        var file = given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .header("Accept-Language", "en")
                .header("Accept", "text/csv")
                .get("/v1/referrals/" + child.id() + "/audit/export")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
                .header("Content-Disposition", equalTo("attachment; filename=\"audit-" + reference + ".csv\""))
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asString();

        var lines = file.lines().toList();
        assertEquals(
                "\uFEFF\"at\",\"role\",\"organisation\",\"subject\",\"action\",\"part\",\"kind\",\"document\",\"dossierVersion\","
                        + "\"purpose\",\"text\"",
                lines.get(0));
        assertEquals(1 + 1 + 1 + 1201, lines.size());
        assertTrue(
                lines.get(1).contains("\"READ_DOSSIER\",\"REFERRAL\",\"READ\",,\"1\",,\"Referral and dossier read.\""));
        assertTrue(lines.get(3).contains("\"'=cmd|planted\""), lines.get(3));
        assertEquals(
                1201,
                lines.stream()
                        .filter(line -> line.contains("planted"))
                        .distinct()
                        .count());
    }

    /** Rows of an attacker who may choose how he is called; each is in an order of its own behind one instant. */
    private static void plant(Journey child, String action, int count, String at) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("insert into audit (id, referral_id, at, actor, organisation, role, action)"
                    + " select gen_random_uuid(), '%s', '%s'::timestamptz + case when %d > 100 then n * interval '1 ms' else interval '0' end,"
                            .formatted(child.id(), at, count)
                    + " '=cmd|planted', '130804297', 'hub_clinician', '%s' from generate_series(1, %d) n"
                            .formatted(action, count));
        }
    }

    private static String rows(Journey child) throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows.select("select action from audit where referral_id::text = ? order by id", child.id()).stream()
                    .map(row -> row.get("action"))
                    .filter(action -> action.endsWith("_AUDIT"))
                    .collect(Collectors.joining());
        }
    }
}
