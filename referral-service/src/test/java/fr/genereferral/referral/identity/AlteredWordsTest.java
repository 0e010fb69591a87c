package fr.genereferral.referral.identity;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.meeting.Minutes;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words may name the child and are sealed as its identity is: moved or cut they are refused, never shown as somebody's. */
@ServiceTest
class AlteredWordsTest {
    private static final String WORDS = "Zzcanari va mieux que son âge";
    private static final String MEETINGS = "select id from meeting where referral_id::text = ? order by at, id";
    private static final String MESSAGES = "select m.id from question_message m join question q on q.id = m.question_id"
            + " where q.referral_id::text = ? order by m.at, m.id";

    /** Of a table and column: what stands first in a referral, what stands beside it, and what stands in another one. */
    static Stream<String> alterations() {
        return Stream.of(
                // another referral's
                "update %1$s m set %2$s = o.%2$s from %1$s o where m.id = '%3$s' and o.id = '%5$s'",
                // two of the same referral, in each other's place
                "update %1$s m set %2$s = o.%2$s from %1$s o where m.id in ('%3$s', '%4$s')"
                        + " and o.id in ('%3$s', '%4$s') and m.id <> o.id",
                // one bit
                "update %1$s set %2$s = set_bit(%2$s, 0, 1 - get_bit(%2$s, 0)) where id = '%3$s'");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void ofAMeetingAreRefusedWhereTheyAreNotWhatWasStoredThere(String sql) throws SQLException {
        var journey = discussed();
        var another = discussed();
        journey.get("/meetings").statusCode(200).body("items.comment", contains(WORDS, WORDS));

        alter(sql, "meeting", "comment", ids(MEETINGS, journey), ids(MEETINGS, another));

        assertIsRefusedAndAudited(journey, "/meetings", "READ_MEETINGS");
        another.get("/meetings").statusCode(200).body("items.comment", contains(WORDS, WORDS));
        // Who is shown no words reads what was decided.
        journey.as(Tokens.coordinator(), "/meetings").statusCode(200).body("items", hasSize(2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void ofAQuestionAreRefusedWhereTheyAreNotWhatWasStoredThere(String sql) throws SQLException {
        var journey = asked();
        var another = asked();
        journey.get("/questions").statusCode(200).body("asked[0].messages.text", contains(WORDS, WORDS));

        alter(sql, "question_message", "words", ids(MESSAGES, journey), ids(MESSAGES, another));

        assertIsRefusedAndAudited(journey, "/questions", "READ_QUESTIONS");
        another.get("/questions").statusCode(200).body("asked[0].messages.text", contains(WORDS, WORDS));
    }

    /** Two meetings that have decided nothing. */
    private static Journey discussed() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearCriteria("NOT_ELIGIBLE", 1, 1, "SUBMITTED", "ONA-IV.2");
        journey.until("NOT_ELIGIBLE");
        var minutes =
                Minutes.of("POSTPONED").with("comment", "\"" + WORDS + "\"").toString();
        for (var meeting = 0; meeting < 2; meeting++) {
            journey.meet(Tokens.coordinator(), minutes).statusCode(201);
        }
        return journey;
    }

    /** A question of the coordinator, and what the hospital has added to it. */
    private static Journey asked() {
        var journey = Journey.begun(Tokens.RENNES);
        var text = "{\"text\": \"" + WORDS + "\"}";
        String question = journey.ask(Tokens.coordinator(), text)
                .statusCode(201)
                .extract()
                .path("id");
        journey.say(
                        Tokens.hospital(Tokens.RENNES),
                        "/" + question + "/messages",
                        UUID.randomUUID().toString(),
                        text)
                .statusCode(201);
        return journey;
    }

    private static List<String> ids(String query, Journey journey) throws SQLException {
        try (var superuser = Rows.asSuperuser("referral")) {
            return superuser.select(query, journey.id()).stream()
                    .map(row -> row.get("id"))
                    .toList();
        }
    }

    private static void alter(String sql, String table, String column, List<String> own, List<String> others)
            throws SQLException {
        try (var superuser = Rows.asSuperuser("referral")) {
            superuser.run(sql.formatted(table, column, own.get(0), own.get(1), others.get(0)));
        }
    }

    private static void assertIsRefusedAndAudited(Journey journey, String path, String reading) throws SQLException {
        journey.get(path)
                .statusCode(500)
                .body("code", equalTo("IDENTITY_ALTERED"))
                .body("origin", equalTo("PLATFORM"))
                .body(not(containsString("canari")));
        try (var superuser = Rows.asSuperuser("referral")) {
            var audited = superuser.select(
                    "select action, organisation from audit where referral_id::text = ? and action in (?, 'IDENTITY_ALTERED')"
                            + " order by id",
                    journey.id(),
                    reading);
            // Once as it was, once as it is.
            assertEquals(
                    List.of(reading, reading, "IDENTITY_ALTERED"),
                    audited.stream().map(row -> row.get("action")).toList());
            assertEquals(Tokens.RENNES, audited.get(2).get("organisation"));
        }
    }
}
