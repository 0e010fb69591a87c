package fr.genereferral.referral.documents;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of documents that are taken back, of those of a draft, and of those that somebody has altered. */
@ServiceTest
class RemovedDocumentTest {
    private static final String HUB = "130804297";
    private static final String HOSPITAL = Tokens.hospital(Tokens.RENNES);

    @Test
    void goesAtOnceWhereNobodyElseHasReadIt() throws SQLException {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.read(document).statusCode(200);

        referral.remove(document, "WRONG_DOCUMENT")
                .statusCode(200)
                .body("state", equalTo("REMOVED"))
                .body("readable", equalTo(false))
                .body("removal.reason", equalTo("WRONG_DOCUMENT"));

        referral.read(document).statusCode(404).body("code", equalTo("DOCUMENT_REMOVED"));
        referral.list()
                .body("items[0].state", equalTo("REMOVED"))
                .body("items[0].name", equalTo(Attached.NAME))
                .body("items[0].removal.by.organisation", equalTo(Tokens.RENNES));
        assertEquals(0, pieces(referral));
    }

    @Test
    void staysReadableWhereAHubMayHaveDecidedByIt() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().offered();
        referral.readAs(Tokens.hub(HUB), document).statusCode(200);

        referral.remove(document, "REPLACED").statusCode(200).body("readable", equalTo(true));

        referral.readAs(Tokens.hub(HUB), document).statusCode(200).header("X-Document-State", equalTo("REMOVED"));
        referral.journey()
                .as(Tokens.hub(HUB), "/documents")
                .body("items[0].state", equalTo("REMOVED"))
                .body("items[0].removal.reason", equalTo("REPLACED"));
    }

    @Test
    void goesWhoeverHasReadItWhenItIsAnotherChilds() throws SQLException {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().offered();
        referral.readAs(Tokens.hub(HUB), document).statusCode(200);

        referral.journey().as(Tokens.hub(HUB), "/documents").body("items[0].name", equalTo(Attached.NAME));

        referral.remove(document, "WRONG_PATIENT").statusCode(200).body("readable", equalTo(false));

        referral.readAs(Tokens.hub(HUB), document).statusCode(404).body("code", equalTo("DOCUMENT_REMOVED"));
        for (var reader : List.of(Tokens.hub(HUB), HOSPITAL)) {
            referral.journey()
                    .as(reader, "/documents")
                    .body("items[0].state", equalTo("REMOVED"))
                    .body("items[0].name", nullValue());
        }
        assertEquals(0, pieces(referral));
    }

    @Test
    void isTakenBackOnceAndMayBeAttachedAnew() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());

        var answers = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> referral.remove(document, "OTHER").extract().statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(200, 409, 409), answers);
        referral.attach(Files.pdf()).statusCode(201);
        referral.list().body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"reason\": \"FAMILY_DECISION\"}", "{}", "{\"reason\": \"OTHER\", \"why\": \"x\"}"})
    void asksForAReason(String body) {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());

        referral.journey()
                .move(Tokens.hospital(Tokens.RENNES), "documents/" + document + "/removal", body)
                .statusCode(422)
                .body("code", equalTo("INVALID"));
        referral.read(document).statusCode(200);
    }

    @Test
    void isNotTheHubsToTakeBack() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().offered();

        referral.journey()
                .move(Tokens.hospital(HUB), "documents/" + document + "/removal", "{\"reason\": \"OTHER\"}")
                .statusCode(403);
        referral.attachAs(Tokens.hospital(HUB), "k", Attached.PDF, Files.pdf()).statusCode(403);
    }

    @Test
    void goesWithTheDraftThatIsSent() {
        var draft = drafted();
        var document = draft.attached(Files.pdf());
        draft.journey().as(Tokens.coordinator(), "/documents").statusCode(404);

        given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/referrals/" + draft.journey().id() + "/submission")
                .then()
                .statusCode(200);

        draft.read(document).statusCode(200);
        draft.journey().as(Tokens.coordinator(), "/documents").statusCode(200).body("items", hasSize(1));
    }

    @Test
    void isGoneWithTheDraftThatIsStopped() throws SQLException {
        var draft = drafted();
        var document = draft.attached(Files.pdf());

        draft.journey().withdraw().statusCode(200);

        assertEquals(0, pieces(draft));
        draft.read(document).statusCode(404).body("code", equalTo("DOCUMENT_REMOVED"));
    }

    /** Each is listed while it works, and no longer. */
    @Test
    void isListedWithWhatMayBeDone() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().offered();

        assertEquals(List.of("ATTACH_DOCUMENT", "READ_DOCUMENT", "REMOVE_DOCUMENT"), actions(referral, HOSPITAL));
        assertEquals(List.of("READ_DOCUMENT"), actions(referral, Tokens.hub(HUB)));
        assertEquals(List.of(), actions(referral, Tokens.coordinator()));

        referral.remove(document, "OTHER").statusCode(200);
        referral.journey().withdraw().statusCode(202);

        assertEquals(List.of(), actions(referral, HOSPITAL));
        assertEquals(List.of(), actions(referral, Tokens.hub(HUB)));
    }

    private static List<String> actions(Attached referral, String token) {
        List<String> listed = referral.journey()
                .as(token, "/actions")
                .statusCode(200)
                .extract()
                .path("items.action.findAll { it.endsWith('_DOCUMENT') }");
        return listed.stream().sorted().toList();
    }

    private static Attached drafted() {
        ObjectNode body = Bodies.complete().put("draft", true);
        String location = given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.toString())
                .post("/v1/referrals")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return new Attached(Journey.of(location.substring(location.lastIndexOf('/') + 1), Tokens.RENNES));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                // two pieces in each other's place
                "update document_chunk c set sealed = o.sealed from document_chunk o where c.document_id = '%1$s'"
                        + " and o.document_id = '%1$s' and c.number in (1, 2) and o.number = 3 - c.number",
                // the last one cut off, and as if there had been none
                "delete from document_chunk where document_id = '%1$s' and number = 3",
                "delete from document_chunk where document_id = '%1$s' and number = 3;"
                        + " update document set chunks = 3 where id = '%1$s'",
                "delete from document_chunk where document_id = '%1$s'",
                // a piece of another document, one bit, cut short
                "update document_chunk c set sealed = o.sealed from document_chunk o where c.document_id = '%1$s'"
                        + " and o.document_id = '%2$s' and c.number = 0 and o.number = 0",
                "update document_chunk set sealed = set_bit(sealed, 200, 1 - get_bit(sealed, 200))"
                        + " where document_id = '%1$s' and number = 1",
                "update document_chunk set sealed = '' where document_id = '%1$s' and number = 1",
                // another document's name and hash, another length
                "update document d set details = o.details from document o where d.id = '%1$s' and o.id = '%2$s'",
                "update document set size = size - 1 where id = '%1$s'"
            })
    void isNotShownWhenItIsNotWhatWasAttached(String sql) throws SQLException {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf(3 * 256 * 1024 + 17));
        var another = referral.attached(Files.pdf());
        try (var superuser = Rows.asSuperuser("referral")) {
            superuser.run(sql.formatted(document, another));
        }

        referral.read(document).statusCode(500).body("code", equalTo("IDENTITY_ALTERED"));

        referral.read(another).statusCode(200);
        try (var superuser = Rows.asSuperuser("referral")) {
            var noted = superuser.select(
                    "select 1 from audit where referral_id::text = ? and action = 'IDENTITY_ALTERED'",
                    referral.journey().id());
            assertEquals(1, noted.size());
        }
    }

    private static int pieces(Attached referral) throws SQLException {
        try (var superuser = Rows.asSuperuser("referral")) {
            return superuser
                    .select(
                            "select 1 from document_chunk c join document d on d.id = c.document_id"
                                    + " where d.referral_id::text = ?",
                            referral.journey().id())
                    .size();
        }
    }
}
