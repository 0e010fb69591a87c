package fr.genereferral.referral.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
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
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hospital finds again whom it has sent. */
@ServiceTest
class SearchResourceTest {
    private static final AtomicInteger CHILDREN = new AtomicInteger();

    private final int number = CHILDREN.incrementAndGet();
    /** Letters alone: no two are called alike. */
    private final String family = "Le Goff-" + "É".repeat(number);

    private final String file = "IPP " + number + "/a";
    private Journey child;

    @BeforeEach
    void send() {
        child = sent(Tokens.NANTES, family, file, "Zoé", "Anne");
    }

    @Test
    void findsTheChildByAnyOfItsNamesOrItsFile() {
        for (var body : List.of(
                named(family.toUpperCase().replace('É', 'E').replace("LE ", ""), "anne"),
                named(family, "ZOE"),
                named(family, "Zoé-Anne"),
                named("legoff" + "e".repeat(number), null),
                "{\"hospitalFileNumber\": \"ipp" + number + "/A\"}")) {
            search(Tokens.NANTES, body)
                    .statusCode(200)
                    .body("items.id", contains(child.id()))
                    .body("items[0].patient", nullValue())
                    .body("complete", equalTo(true));
        }
        search(Tokens.NANTES, named(family, "Anne Zoé")).body("items", hasSize(0));
    }

    @Test
    void findsWhatWasADraftOnceItIsSent() {
        var written = family + " Draft";
        var draft = Journey.sent(Tokens.NANTES, body(written, file, "Zoé").put("draft", true));
        search(Tokens.NANTES, named(written, null)).body("items", hasSize(0)).body("complete", equalTo(true));

        given().auth()
                .oauth2(Tokens.hospital(Tokens.NANTES))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/v1/referrals/" + draft.id() + "/submission")
                .then()
                .statusCode(200);

        search(Tokens.NANTES, named(written, "Zoé")).body("items.id", contains(draft.id()));
    }

    @Test
    void findsNobodyElses() {
        var same = sent(Tokens.RENNES, family, file, "Zoé");

        search(Tokens.RENNES, named(family, "Zoé")).body("items.id", contains(same.id()));
        search(Tokens.ANGERS, named(family, "Zoé")).statusCode(200).body("items", hasSize(0));
        given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .body(named(family, null))
                .post("/v1/referrals/search")
                .then()
                .statusCode(403);
    }

    @Test
    void findsNobodyWhoIsErased() throws SQLException {
        try (var keys = Rows.ofKeys()) {
            keys.run("delete from referral_key where referral_id = '" + child.id() + "'");
        }

        search(Tokens.NANTES, named(family, null)).statusCode(200).body("items", hasSize(0));
    }

    /** Whom the hospital looked for is kept nowhere. */
    @Test
    void leavesAnAuditRowWhetherItFindsOneOrNot() throws SQLException {
        var before = misses();

        search(Tokens.NANTES, named(family, null)).statusCode(200);
        search(Tokens.NANTES, named("Nobody", null)).statusCode(200);

        assertEquals(List.of("SUBMIT", "SEARCH_BY_NAME"), audited());
        assertEquals(before + 1, misses());
    }

    @Test
    void saysThatItDoesNotSearchWhatWasSentBefore() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("update referral set marked = false where id = '" + child.id() + "'");
        }
        try {
            search(Tokens.NANTES, named("Nobody", null)).body("complete", equalTo(false));
            search(Tokens.ANGERS, named("Nobody", null)).body("complete", equalTo(true));
        } finally {
            try (var rows = Rows.asSuperuser("referral")) {
                rows.run("update referral set marked = true where id = '" + child.id() + "'");
            }
        }
    }

    private List<String> audited() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows.select("select action from audit where referral_id::text = ? order by id", child.id()).stream()
                    .map(row -> row.get("action"))
                    .toList();
        }
    }

    private static int misses() throws SQLException {
        try (var rows = Rows.asSuperuser("referral")) {
            return rows.select("select 1 from audit where referral_id is null and action = 'SEARCH_BY_NAME'")
                    .size();
        }
    }

    private static String named(String family, String given) {
        var first = given == null ? "" : "\"givenName\": \"" + given + "\", ";
        return "{\"patient\": {\"familyName\": \"" + family + "\", " + first + "\"birthDate\": \"2026-07-20\"}}";
    }

    private static ValidatableResponse search(String hospital, String body) {
        return given().auth()
                .oauth2(Tokens.hospital(hospital))
                .contentType("application/json")
                .body(body)
                .post("/v1/referrals/search")
                .then();
    }

    private static Journey sent(String hospital, String family, String file, String... given) {
        return Journey.sent(hospital, body(family, file, given));
    }

    private static ObjectNode body(String family, String file, String... given) {
        var body = Bodies.complete();
        var identity = (ObjectNode) body.get("identity");
        identity.put("familyName", family).put("hospitalFileNumber", file);
        var names = identity.putArray("givenNames");
        List.of(given).forEach(names::add);
        return body;
    }
}
