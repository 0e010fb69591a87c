package fr.genereferral.referral.documents;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Patience;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class DocumentsResourceTest {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int SEVERAL_PIECES = 3 * 256 * 1024;
    private static final String HUB = "130804297";

    @Test
    void givesBackWhatWasAttachedByteForByte() {
        var referral = Attached.begun();
        for (var content : List.of(Files.pdf(SEVERAL_PIECES), Files.pdf(SEVERAL_PIECES + 1), Files.pdf())) {
            var read = referral.read(referral.attached(content))
                    .statusCode(200)
                    .contentType("application/pdf")
                    .header("Content-Length", equalTo(String.valueOf(content.length)))
                    .header("Content-Disposition", equalTo(Attached.DISPOSITION))
                    .header("Cache-Control", equalTo("no-store"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Content-Security-Policy", containsString("sandbox"))
                    .header("X-Document-Scan", equalTo("NOT_SCANNED"))
                    .extract();

            assertArrayEquals(content, read.asByteArray());
        }
    }

    /** More often than contents may be on their way: nobody asks for the content then, and what it holds is given back. */
    @Test
    void saysWhatOneIsWithoutItsContent() {
        var referral = Attached.begun();
        var content = Files.pdf();
        var document = referral.attached(content);

        for (var i = 0; i < 9; i++) {
            given().auth()
                    .oauth2(Tokens.hospital(Tokens.RENNES))
                    .head(referral.url() + "/" + document)
                    .then()
                    .statusCode(200)
                    .header("Content-Length", equalTo(String.valueOf(content.length)));
        }

        assertArrayEquals(content, referral.read(document).extract().asByteArray());
    }

    @Test
    void takesPicturesOfRealEncoders() {
        var referral = Attached.begun();
        referral.attach("image/png", Files.png()).statusCode(201).body("type", equalTo("image/png"));
        referral.attach("image/jpeg", Files.jpeg()).statusCode(201).body("type", equalTo("image/jpeg"));

        referral.list()
                .body("items", hasSize(2))
                .body("items.scan", hasItem("NOT_SCANNED"))
                .body("items[0].name", equalTo(Attached.NAME))
                .body("items[0].readable", equalTo(true))
                .body("items[0].attachedBy.organisation", equalTo(Tokens.RENNES));
    }

    @Test
    void showsThemToTheHubThatIsAskedAndToNoOther() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.readAs(Tokens.hub(HUB), document).statusCode(404).body("code", equalTo("REFERRAL_NOT_FOUND"));
        referral.journey().offered();

        referral.readAs(Tokens.hub(HUB), document).statusCode(200);
        referral.journey()
                .as(Tokens.hub(HUB), "/documents")
                .body("items[0].name", equalTo(Attached.NAME))
                .body("items[0].readable", equalTo(true));
        referral.readAs(Tokens.hospital(Tokens.ANGERS), document)
                .statusCode(404)
                .body("code", equalTo("REFERRAL_NOT_FOUND"));
    }

    @Test
    void showsTheNationThatTheyAreThereAndNothingOfThem() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());

        referral.journey()
                .as(Tokens.coordinator(), "/documents")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].readable", equalTo(false))
                .body("items[0].state", equalTo("ATTACHED"))
                .body("items[0].name", nullValue());
        referral.readAs(Tokens.coordinator(), document).statusCode(403);
    }

    @Test
    void keepsOnceWhatIsSentTwice() {
        var referral = Attached.begun();
        var key = UUID.randomUUID().toString();
        var token = Tokens.hospital(Tokens.RENNES);
        String first = referral.attachAs(token, key, Attached.PDF, Files.pdf())
                .statusCode(201)
                .extract()
                .header("Location");

        referral.attachAs(token, key, Attached.PDF, Files.pdf()).statusCode(201).header("Location", equalTo(first));
        referral.attach(Files.pdf()).statusCode(200).header("Location", equalTo(first));
        referral.attachAs(token, key, Attached.PDF, Files.pdf("9 0 obj\n1\nendobj\n"))
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        referral.list().body("items", hasSize(1));
    }

    @Test
    void keepsOnceWhatComesTwiceAtTheSameInstant() {
        var referral = Attached.begun();

        var ids = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i ->
                        referral.attach(Files.pdf(SEVERAL_PIECES)).extract().<String>path("id"))
                .distinct()
                .toList();

        assertEquals(1, ids.size());
        referral.list().body("items", hasSize(1));
    }

    /** What comes back of several pieces is compared above. */
    @Test
    void takesTwentyMegabytesAndNotAByteMore() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf(LARGEST));
        given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .head(referral.url() + "/" + document)
                .then()
                .statusCode(200)
                .header("Content-Length", equalTo(String.valueOf(LARGEST)));

        referral.attach(Files.pdf(LARGEST + 1)).statusCode(413).body("code", equalTo("TOO_LARGE"));
    }

    @Test
    void refusesWhatItIsNotAndKeepsNothingOfIt() throws SQLException {
        var referral = Attached.begun();

        refused(referral.attach("image/png", Files.pdf(SEVERAL_PIECES)), "DOCUMENT_TYPE_DIFFERS");
        refused(referral.attach(Arrays.copyOf(Files.pdf(), 100)), "DOCUMENT_DAMAGED");
        refused(referral.attach(new byte[0]), "DOCUMENT_EMPTY");
        refused(referral.attach(Files.joined(Files.pdf(), new byte[] {1})), "DOCUMENT_CARRIES_MORE");
        refused(referral.attach(Files.pdf("3 0 obj\n<</S/Launch>>\nendobj\n")), "DOCUMENT_ACTIVE");

        assertEquals(0, referral.rows());
    }

    private static void refused(ValidatableResponse answer, String code) {
        answer.statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body(not(containsString("CANARI")));
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, 415, UNSUPPORTED_MEDIA_TYPE",
        "application/zip, 415, UNSUPPORTED_MEDIA_TYPE",
        "application/json, 415, UNSUPPORTED_MEDIA_TYPE",
        "image/*, 415, UNSUPPORTED_MEDIA_TYPE",
        "*/*, 415, UNSUPPORTED_MEDIA_TYPE",
        "*/pdf, 415, UNSUPPORTED_MEDIA_TYPE"
    })
    void takesNoOtherType(String type, int status, String code) {
        Attached.begun().attach(type, Files.pdf()).statusCode(status).body("code", equalTo(code));
    }

    @Test
    void asksForAKeyAndAName() {
        var referral = Attached.begun();
        given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .header("Content-Type", "image/png")
                .body(Files.png())
                .post(referral.url())
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
        given().auth()
                .oauth2(Tokens.hospital(Tokens.RENNES))
                .header("Content-Type", "image/png")
                .header("Idempotency-Key", "k")
                .header("Content-Disposition", "attachment; filename=\"../passwd\"")
                .body(Files.png())
                .post(referral.url())
                .then()
                .statusCode(422)
                .body("code", equalTo("FILE_NAME_INVALID"));
    }

    /**
     * Somebody hangs up in the middle, several times more often than contents may be on their way. Another hospital than that
     * of all the others: what it leaves takes a moment to be noticed, and would be in their way.
     */
    @Test
    void keepsNothingOfWhatDoesNotComeToItsEnd() throws Exception {
        var referral = new Attached(Journey.begun(Tokens.ANGERS));
        var token = Tokens.hospital(Tokens.ANGERS);
        for (var i = 0; i < 12; i++) {
            try (var socket = announcing(referral, token)) {
                socket.getOutputStream().write(Files.pdf(SEVERAL_PIECES), 0, SEVERAL_PIECES / 2);
                socket.getOutputStream().flush();
            }
        }

        Patience.await()
                .untilAsserted(() -> referral.attachAs(token, UUID.randomUUID().toString(), Attached.PDF, Files.pdf())
                        .statusCode(oneOf(200, 201)));
        referral.list().body("items", hasSize(1));
    }

    /** The rest of it never comes, and is not waited for. */
    @Test
    void refusesBeforeAllOfItHasCome() throws Exception {
        try (var socket = announcing(Attached.begun(), Tokens.hospital(Tokens.RENNES))) {
            socket.getOutputStream().write(new byte[Receiving.PIECE + 1]);
            socket.getOutputStream().flush();

            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertEquals("HTTP/1.1 422", answer.readLine().substring(0, 12));
        }
    }

    /** @return where the content is to follow */
    private static Socket announcing(Attached referral, String token) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n"
                + "Idempotency-Key: %s\r\nContent-Length: %d\r\n\r\n";
        socket.getOutputStream()
                .write(head.formatted(referral.url(), token, Attached.PDF, UUID.randomUUID(), SEVERAL_PIECES)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void answersWithoutNamesOnceTheKeyIsErased() throws SQLException {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        try (var keys = Rows.ofKeys()) {
            keys.run("delete from referral_key where referral_id = '"
                    + referral.journey().id() + "'");
        }

        referral.list().statusCode(200).body("items[0].name", nullValue()).body("items[0].readable", equalTo(false));
        referral.read(document).statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        referral.attach(Files.pdf()).statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        referral.readAs(Tokens.hospital(Tokens.ANGERS), document)
                .statusCode(404)
                .body("code", equalTo("REFERRAL_NOT_FOUND"));
        referral.remove(document, "OTHER").statusCode(200);
    }

    @Test
    void takesNothingMoreOnceItHasEnded() {
        var referral = Attached.begun();
        var document = referral.attached(Files.pdf());
        referral.journey().withdraw().statusCode(200);

        referral.attach(Files.pdf("9 0 obj\n1\nendobj\n"))
                .statusCode(409)
                .body("code", equalTo("MOVE_NOT_ALLOWED"))
                .body("actions", hasItem("REMOVE_DOCUMENT"));
        referral.read(document).statusCode(200);
    }

    @Test
    void knowsNoDocumentOfAnotherReferral() {
        var referral = Attached.begun();
        var document = Attached.begun().attached(Files.pdf());

        referral.read(document).statusCode(404).body("code", equalTo("DOCUMENT_NOT_FOUND"));
        referral.remove(document, "OTHER").statusCode(404).body("code", equalTo("DOCUMENT_NOT_FOUND"));
    }

    @Test
    void keepsWhoHasDoneWhat() throws SQLException {
        var referral = Attached.begun();
        referral.read(referral.attached(Files.pdf())).statusCode(200);

        try (var superuser = Rows.asSuperuser("referral")) {
            var audited = superuser.select(
                    "select action from audit where referral_id::text = ? and action like '%DOCUMENT%' order by at, id",
                    referral.journey().id());
            assertEquals(
                    List.of("ATTACH_DOCUMENT", "READ_DOCUMENT"),
                    audited.stream().map(row -> row.get("action")).toList());
            var names = superuser.select(
                    "select 1 from document where details::text like '%CANARI%' and referral_id::text = ?",
                    referral.journey().id());
            assertEquals(0, names.size());
        }
    }

    /** Who has looked at which one, for the hospital that has attached it. */
    @Test
    void isNamedWhereItIsSaidWhoHasLookedAtTheReferral() {
        var attached = Attached.begun();
        var document = attached.attached(Files.pdf());
        attached.read(document).statusCode(200);
        attached.list().statusCode(200);

        attached.journey()
                .get("/audit")
                .body("items.action", contains("READ_DOCUMENTS", "READ_DOCUMENT", "ATTACH_DOCUMENT", "SUBMIT"))
                .body("items.document", contains(nullValue(), equalTo(document), equalTo(document), nullValue()));
    }
}
