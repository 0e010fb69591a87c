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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void comesAPageAtATimeEachPairOnce() {
        var third = child.sentBy(Tokens.RENNES);
        var seen = new ArrayList<String>();
        var cursor = "";
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
