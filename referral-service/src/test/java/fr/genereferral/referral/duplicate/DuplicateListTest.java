package fr.genereferral.referral.duplicate;

import static fr.genereferral.referral.duplicate.SameChild.assertState;
import static fr.genereferral.referral.duplicate.SameChild.listed;
import static fr.genereferral.referral.duplicate.SameChild.merge;
import static fr.genereferral.referral.duplicate.SameChild.undo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for the coordinator; other tests leave pairs too, so each looks for its own. */
@ServiceTest
class DuplicateListTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SameChild child = new SameChild();
    private Journey first;
    private Journey second;

    @BeforeEach
    void isSentByTwoHospitals() {
        first = child.sentBy(Tokens.NANTES);
        second = child.sentBy(Tokens.ANGERS);
    }

    @Test
    void showsTwoReferralsByTheirNumberAndNoValue() {
        var pair = waiting().orElseThrow();

        assertTrue(pair.path("byNumber").asBoolean());
        assertTrue(pair.path("waits").asBoolean());
        assertTrue(pair.path("likeness").isMissingNode());
        assertEquals(
                List.of("ASSESSING", "DUPLICATE_REVIEW"),
                pair.findValuesAsText("state").stream().sorted().toList());
        assertEquals(
                List.of(Tokens.NANTES, Tokens.ANGERS), pair.path("referrals").findValuesAsText("organisation"));
        assertEquals(List.of("RULE_OUT_DUPLICATE", "MERGE_DUPLICATE"), actions(pair));
        assertFalse(pair.toString().contains("EXEMPLE"), "a name stands in the list");
        assertFalse(pair.toString().contains("2026-07-20"), "a day of birth stands in the list");
    }

    /** A hub is asked for the one, and the other was let go on: what was found by name holds nobody. */
    @Test
    void showsWhatWasFoundAlikeTraitByTraitThoughNeitherIsHeld() throws SQLException {
        settle(second);
        first.offered();
        var stranger = new SameChild().sentBy(Tokens.RENNES);
        compared(first, stranger, "POSSIBLE_TWINS", "{\"FAMILY_NAME\":\"SAME\",\"GIVEN_NAMES\":\"PARTLY\"}");

        var pair = waiting(first, stranger).orElseThrow();

        assertEquals("POSSIBLE_TWINS", pair.path("likeness").asText());
        assertEquals("PARTLY", pair.at("/traits/GIVEN_NAMES").asText());
        assertFalse(pair.path("byNumber").asBoolean());
        merge(stranger, first).statusCode(422).body("violations.pointer", contains("/notTwins"));
        var certain =
                "{\"other\": \"%s\", \"reason\": \"IDENTITY_VERIFIED\", \"notTwins\": true}".formatted(first.id());
        merge(Tokens.coordinator(), stranger, certain).statusCode(200).body("survivor", equalTo(first.id()));
    }

    @Test
    void isSettledByADecisionAndCanBeAskedForThen() {
        ruleOut(second, first).statusCode(200).body("state", equalTo("ASSESSING"));

        assertTrue(waiting().isEmpty());
        var settled = settled().orElseThrow();
        assertEquals("NOT_THE_SAME", settled.at("/decision/decision").asText());
        assertEquals(List.of("MERGE_DUPLICATE"), actions(settled));
        ruleOut(second, first).statusCode(409);
        // Somebody was wrong.
        merge(first, second).statusCode(200);
        assertEquals(
                "SAME_CHILD", settled().orElseThrow().at("/decision/decision").asText());
        assertEquals(List.of("UNDO_MERGE"), actions(settled().orElseThrow()));
        undo(second).statusCode(200);
        assertEquals("UNDONE", settled().orElseThrow().at("/decision/decision").asText());
        assertTrue(waiting().isEmpty());
    }

    /** Each pair is a question of its own. */
    @Test
    void holdsAReferralAsLongAsAnotherPairOfItWaits() {
        var third = child.sentBy(Tokens.RENNES);

        ruleOut(third, first).statusCode(200).body("state", equalTo("DUPLICATE_REVIEW"));
        ruleOut(third, second).statusCode(200).body("state", equalTo("ASSESSING"));

        assertState(second, "DUPLICATE_REVIEW");
        assertTrue(waiting().isPresent());
    }

    @Test
    void leavesOutWhatHasEnded() {
        first.withdraw().statusCode(200);

        assertTrue(waiting().isEmpty());
        assertTrue(settled().isEmpty());
    }

    /** From just before its own on: what other tests have left is no business of this one. */
    @Test
    void comesAPageAtATimeEachPairOnce() {
        var third = child.sentBy(Tokens.RENNES);
        var seen = new ArrayList<String>();
        String begun = second.read().extract().path("clockStartedAt");
        var before = Instant.parse(begun).minusMillis(1) + "_" + new UUID(0, 0) + "_" + new UUID(0, 0);
        var cursor = "&cursor=" + before;
        do {
            var page = page(Tokens.coordinator(), "?limit=1" + cursor);
            page.path("items").forEach(item -> seen.add(ids(item).toString()));
            cursor = page.path("next").isNull()
                    ? null
                    : "&cursor=" + page.path("next").asText();
        } while (cursor != null);

        assertEquals(seen.size(), seen.stream().distinct().count());
        assertTrue(seen.containsAll(List.of(
                sorted(first, second).toString(),
                sorted(first, third).toString(),
                sorted(second, third).toString())));
    }

    @Test
    void isReadByTheAuditorWhoDecidesNothingAndByNoHospital() {
        var auditor = Tokens.token("national", "auditor", "referral-api");

        assertEquals(List.of(), actions(find(auditor, "", first, second).orElseThrow()));
        ruleOut(auditor, second, first).statusCode(403);
        listed(Tokens.hospital(Tokens.NANTES), "").statusCode(403);
        listed(Tokens.hub(Tokens.NANTES), "").statusCode(403);
        for (var wrong :
                List.of("?limit=0", "?limit=201", "?settled=yes", "?cursor=x", "?cursor=2026-11-27T00:00:00Z_a_b")) {
            listed(Tokens.coordinator(), wrong).statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
        }
    }

    @Test
    void offersNoMergeOfWhoseIdentityWasErased() throws SQLException {
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + second.id() + "'");
        }

        assertEquals(List.of("RULE_OUT_DUPLICATE"), actions(waiting().orElseThrow()));
    }

    @Test
    void offersNoUndoingOfWhoseIdentityWasErased() throws SQLException {
        String superseded =
                SameChild.merge(first, second).statusCode(200).extract().path("superseded");
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + superseded + "'");
        }

        assertEquals(List.of(), actions(settled().orElseThrow()));
    }

    /** Whoever reads the audit of its own referral learns nothing of another one. */
    @Test
    void leavesNoTraceOfADecisionWithTheHospitalWhoseReferralDoesNotMove() throws SQLException {
        ruleOut(first, second).statusCode(200).body("id", equalTo(first.id()));

        assertState(second, "ASSESSING");
        assertEquals(0, decided(first));
        assertEquals(1, decided(second));
    }

    private static int decided(Journey journey) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            return rows.select("select 1 from audit where action = 'DECIDE_DUPLICATE' and referral_id = '"
                            + journey.id() + "'")
                    .size();
        }
    }

    /** One says that they are two, another at the same instant that they are one. */
    @Test
    void keepsTheWordThatBecameTrueWhenTwoDecideAtTheSameInstant() {
        var ruling = CompletableFuture.supplyAsync(
                () -> ruleOut(second, first).extract().statusCode());
        var merging = CompletableFuture.supplyAsync(
                () -> merge(first, second).extract().statusCode());

        var said = List.of(ruling.join(), merging.join());

        assertTrue(said.contains(200), said::toString);
        String state = second.as(Tokens.coordinator(), "").extract().path("state");
        assertEquals(
                state.equals("MERGED") ? "SAME_CHILD" : "NOT_THE_SAME",
                settled().orElseThrow().at("/decision/decision").asText());
    }

    /** The last statement of the migration, run over tables that hide the real ones. */
    @Test
    void takesOverFromBeforeOnlyWhatSomebodyCouldHaveLookedAt() throws Exception {
        var migration = migration();
        try (var rows = Rows.asSuperuser("referral")) {
            rows.run("create temporary table referral (id uuid, clock_started_at timestamptz)");
            rows.run(
                    "create temporary table open_case (referral_id uuid, organisation text, patient text, is_first boolean)");
            rows.run("create temporary table timeline (referral_id uuid, what text, at timestamptz, actor text,"
                    + " organisation text, role text)");
            rows.run(
                    "create temporary table duplicate_decision (id uuid, one uuid, other uuid, decision text, reason text,"
                            + " by_number boolean, outcome text, agreements text, since timestamptz, at timestamptz, actor text,"
                            + " organisation text, role text)");
            for (var place = 1; place <= 3; place++) {
                var id = new UUID(0, place);
                rows.run("insert into referral values ('%s', timestamptz '2026-01-0%d 10:00Z')".formatted(id, place));
                rows.run("insert into open_case values ('%s', 'hospital-%d', 'child', %b)"
                        .formatted(id, place, place == 1));
            }
            rows.run("insert into timeline values ('" + new UUID(0, 2)
                    + "', 'DUPLICATE_RULED_OUT', timestamptz '2026-01-02 12:00Z', 'subject', null, 'coordinator')");

            rows.run(migration.substring(migration.lastIndexOf("insert into duplicate_decision")));

            assertEquals(
                    List.of(new UUID(0, 1) + " " + new UUID(0, 2)),
                    rows.select("select one || ' ' || other as two from pg_temp.duplicate_decision").stream()
                            .map(row -> row.get("two"))
                            .toList());
        }
    }

    private static String migration() throws IOException {
        try (var in = DuplicateListTest.class.getResourceAsStream("/db/migration/V26__pairs_of_one_child.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void showsDecisionsToTheNationAlone() throws SQLException {
        ruleOut(second, first).statusCode(200);

        for (var reader : List.of(Tokens.NANTES, Tokens.ANGERS, "national")) {
            try (var service = Rows.asService().seeingAs(reader)) {
                assertEquals(
                        reader.equals("national") ? 1 : 0,
                        service.select("select 1 from duplicate_decision limit 1")
                                .size(),
                        reader);
            }
        }
    }

    private static void settle(Journey held) {
        held.move(Tokens.coordinator(), "duplicate-review", "{\"decision\": \"NOT_THE_SAME\"}")
                .statusCode(200);
    }

    private static ValidatableResponse ruleOut(Journey one, Journey other) {
        return ruleOut(Tokens.coordinator(), one, other);
    }

    private static ValidatableResponse ruleOut(String token, Journey one, Journey other) {
        return one.move(
                token, "duplicate-review", "{\"decision\": \"NOT_THE_SAME\", \"other\": \"" + other.id() + "\"}");
    }

    private static void compared(Journey one, Journey other, String outcome, String agreements) throws SQLException {
        try (var rows = Rows.asOwner().seeingAs("platform")) {
            rows.run("insert into comparison values ('%s', '%s', now(), '%s', 20, '%s')"
                    .formatted(one.id(), other.id(), outcome, agreements));
        }
    }

    private Optional<JsonNode> waiting() {
        return waiting(first, second);
    }

    private static Optional<JsonNode> waiting(Journey one, Journey other) {
        return find(Tokens.coordinator(), "", one, other);
    }

    private Optional<JsonNode> settled() {
        return find(Tokens.coordinator(), "&settled=true", first, second);
    }

    /** On whichever page. */
    private static Optional<JsonNode> find(String token, String query, Journey one, Journey other) {
        var wanted = sorted(one, other);
        for (var cursor = ""; ; ) {
            var page = page(token, "?limit=200" + query + cursor);
            var found = StreamSupport.stream(page.path("items").spliterator(), false)
                    .filter(item -> ids(item).equals(wanted))
                    .findFirst();
            if (found.isPresent() || page.path("next").isNull()) {
                return found;
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
    }

    private static JsonNode page(String token, String query) {
        try {
            return JSON.readTree(listed(token, query).statusCode(200).extract().asString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> ids(JsonNode item) {
        return item.path("referrals").findValuesAsText("id").stream().sorted().toList();
    }

    private static List<String> sorted(Journey one, Journey other) {
        return List.of(one.id(), other.id()).stream().sorted().toList();
    }

    private static List<String> actions(JsonNode pair) {
        return pair.path("actions").findValuesAsText("action");
    }
}
