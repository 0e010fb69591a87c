package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import fr.genereferral.referral.meeting.Minutes;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall around what leaves, what waits for its turn and who may see what. */
@ServiceTest
class RowLevelSecurityTest {
    private static final String MARSEILLE = "130804297";
    private static final String NOT_PERMITTED = "42501";

    @ParameterizedTest
    @CsvSource({
        "outbox, aggregateid, 0",
        "inbox_position, key, 1",
        "inbox_parked, key, 1",
        "referral_access, referral_id::text, 1"
    })
    void showsNothingToNobodyNorToAStrangerAndToTheHospitalItsOwn(String table, String key, int own)
            throws SQLException {
        var rows = "select 1 from %s where %s = '%s'"
                .formatted(table, key, waiting().id());

        for (var stranger : List.of("", Tokens.ANGERS, "*", "Platform", " platform", "platform,x")) {
            assertEquals(0, seenBy(stranger, rows), stranger);
        }
        try (var service = Rows.asService();
                var owner = Rows.asOwner()) {
            assertEquals(0, service.select(rows).size());
            assertEquals(0, owner.select(rows).size());
        }
        assertEquals(own, seenBy(Tokens.RENNES, rows));
        assertEquals(1, seenBy("platform", rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "inbox_position", "inbox_parked", "referral_access", "patient_mark", "stuck"})
    void isNotTurnedOff(String table) throws SQLException {
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("set row_security = off");
            assertRefused(service, "select * from " + table);
        }
    }

    @Test
    void showsWhatIsStuckToWhoeverMaySeeTheReferral() throws SQLException {
        var journey = waiting();
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run(
                    "insert into setback values ('" + journey.id() + "', 'eligibility-service', 'referral.events', 1,"
                            + " 'ReferralSubmitted.v1', now(), 'eligibility.events', 1)");
        }
        var stuck = "select 1 from stuck where referral_id = '" + journey.id() + "'";

        assertEquals(1, seenBy(Tokens.RENNES, stuck));
        assertEquals(1, seenBy("national", stuck));
        assertEquals(0, seenBy(Tokens.ANGERS, stuck));

        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("insert into inbox_position values ('eligibility.events', '" + journey.id() + "', 1)");
        }
        assertEquals(0, seenBy(Tokens.RENNES, stuck));
        assertEquals(0, seenBy("national", stuck));
    }

    @Test
    void showsTheConnectorEveryEventAndNothingElse() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        try (var carrier = Rows.asCarrier()) {
            assertEquals(
                    1,
                    carrier.select("select 1 from outbox where aggregateid = ?", journey.id())
                            .size());
            assertRefused(carrier, "select 1 from inbox_parked");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "national"})
    void letsNobodySaySomethingWhoSpeaksForNoOrganisation(String orgs) throws SQLException {
        var event = "insert into outbox values (uuidv7(), 'referral', 'x', 'ReferralClosed.v1', '/', '', '1.0',"
                + " 'application/json', 1, '{}')";
        try (var service = Rows.asService()) {
            assertRefused(service, event);
            assertRefused(service.seeingAs(orgs), event);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "national", Tokens.RENNES})
    void letsOnlyThePlatformHear(String orgs) throws SQLException {
        try (var service = Rows.asService().seeingAs(orgs)) {
            assertRefused(service, "insert into inbox_position values ('hub.events', 'x', 1)");
            assertRefused(
                    service,
                    "insert into inbox_parked values ('hub.events', 'x', 2, 'e', 'OfferMade.v1', now(), '{}', now())");
        }
    }

    @Test
    void letsNobodyIntoAReferralButThePlatform() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        var letIn = "insert into referral_access values ('" + journey.id() + "', '" + Tokens.ANGERS + "', now())";
        for (var orgs : List.of("", "national", Tokens.RENNES)) {
            try (var service = Rows.asService().seeingAs(orgs)) {
                assertRefused(service, letIn);
                assertEquals(
                        List.of(),
                        service.select("update referral_access set until = now() where referral_id = '" + journey.id()
                                + "' returning 1"));
            }
        }
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run(letIn);
        }
        assertEquals(1, seenBy(Tokens.ANGERS, "select 1 from referral where id = '" + journey.id() + "'"));
    }

    /** The hub in charge says it, and the service writes it once it has looked who says it. */
    @Test
    void showsMeetingsToThoseWhoSeeTheReferralAndLetsOnlyThePlatformWriteThem() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        journey.meet(Tokens.hub(MARSEILLE), Minutes.of("GO").toString()).statusCode(201);
        var mine = "select 1 from meeting where referral_id = '" + journey.id() + "'";

        for (var reader : List.of(Tokens.RENNES, MARSEILLE, "national")) {
            assertEquals(1, seenBy(reader, mine), reader);
            try (var service = Rows.asService().seeingAs(reader)) {
                assertRefused(
                        service,
                        "insert into meeting select uuidv7(), referral_id, held_on, organiser, members, quorum, therapy,"
                                + " decision, reason, comment, overrules, assessment_id, judged, dossier_version, at,"
                                + " actor, organisation, role, request_key, body_hash from meeting");
            }
        }
        assertEquals(0, seenBy(Tokens.ANGERS, mine));
        assertEquals(0, seenBy("", mine));
    }

    /** Not even to the hub that may read the identity. */
    @Test
    void showsAHospitalsMarksToNobodyElse() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).accepted();
        var marks = "select 1 from patient_mark where referral_id = '" + journey.id() + "'";

        assertEquals(2, seenBy(Tokens.RENNES, marks));
        assertEquals(2, seenBy("platform", marks));
        for (var other : List.of(MARSEILLE, Tokens.ANGERS, "national", "")) {
            assertEquals(0, seenBy(other, marks), other);
            try (var service = Rows.asService().seeingAs(other)) {
                assertRefused(
                        service,
                        "insert into patient_mark values ('" + journey.id() + "', 'x', '" + Tokens.RENNES + "')");
            }
        }
    }

    /** Who reads it, and the platform, leave it as it is; of what was compared nobody changes what was found. */
    @Test
    void letsTheHospitalAloneReplaceWhoThePatientIs() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).offered();
        var named = "delete from identity_field where field = 'familyName' and referral_id = '" + journey.id()
                + "' returning 1";
        for (var other : List.of(MARSEILLE, Tokens.ANGERS, "platform", "national", "")) {
            try (var service = Rows.asService().seeingAs(other)) {
                assertEquals(List.of(), service.select(named), other);
            }
        }
        try (var service = Rows.asService().seeingAs(Tokens.RENNES)) {
            assertRefused(service, "update identity_field set sealed = ''");
            assertEquals(1, service.select(named).size());
        }
    }

    @Test
    void letsThePlatformSayThatAComparisonIsOfThePastAndNothingElse() throws SQLException {
        var one = Journey.begun(Tokens.RENNES);
        var other = Journey.begun(Tokens.ANGERS);
        var past = "update comparison set outdated_at = now() where looked_at = '" + one.id() + "' returning 1";
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("insert into comparison values ('" + one.id() + "', '" + other.id()
                    + "', now(), 'DIFFERENT', 1, '{}')");
            assertRefused(service, "update comparison set outcome = 'PROBABLE'");
            assertRefused(service, "delete from comparison");
        }
        for (var reader : List.of(Tokens.RENNES, "national", "")) {
            try (var service = Rows.asService().seeingAs(reader)) {
                assertEquals(List.of(), service.select(past), reader);
            }
        }
        assertEquals(1, seenBy("platform", past));
    }

    /** It is of no referral by which a reader could be let in. */
    @Test
    void showsASearchThatFoundNobodyToTheNationAlone() throws SQLException {
        var search = "SEARCH_" + UUID.randomUUID();
        try (var service = Rows.asService().seeingAs(Tokens.RENNES)) {
            service.run(
                    "insert into audit (id, at, actor, organisation, role, action) values (uuidv7(), now(), 'subject', '"
                            + Tokens.RENNES + "', 'referrer', '" + search + "')");
        }

        var searches = "select 1 from audit where action = '" + search + "'";
        assertEquals(1, seenBy("national", searches));
        assertEquals(1, seenBy("platform", searches));
        for (var other : List.of(Tokens.RENNES, MARSEILLE, "")) {
            assertEquals(0, seenBy(other, searches), other);
        }
    }

    @Test
    void showsQuestionsToTheHospitalAndToTheHubThatAsksThem() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).offered();
        for (var asker : List.of(Tokens.hub(MARSEILLE), Tokens.coordinator())) {
            journey.ask(asker, "{\"fact\": \"albumin\"}").statusCode(201);
        }
        var asked = "select id from question where referral_id = '" + journey.id() + "'";
        var said = "select 1 from question_message where question_id in (" + asked + ")";

        var readers = Map.of(Tokens.RENNES, 2, "national", 2, MARSEILLE, 1, Tokens.ANGERS, 0, "", 0);
        for (var reader : readers.entrySet()) {
            assertEquals(reader.getValue(), seenBy(reader.getKey(), asked), reader::getKey);
            assertEquals(reader.getValue(), seenBy(reader.getKey(), said), reader::getKey);
        }
        for (var writer : List.of(Tokens.RENNES, MARSEILLE, "national")) {
            try (var service = Rows.asService().seeingAs(writer)) {
                assertRefused(
                        service,
                        "insert into question (id, referral_id, organisation, due_at) values (uuidv7(), '"
                                + journey.id() + "', '" + MARSEILLE + "', now())");
                assertRefused(
                        service,
                        "insert into question_message (id, question_id, kind, at, actor, organisation, role)"
                                + " select uuidv7(), id, 'TAKEN_BACK', now(), '', '', '' from question");
                assertRefused(service, "update question_message set words = null");
            }
        }
    }

    /** Where an organisation is a hub and the coordination too. */
    @Test
    void showsNoHubWhatIsAskedUnderNoOffer() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).offered();
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("insert into question (id, referral_id, organisation, due_at) values (uuidv7(), '"
                    + journey.id() + "', '" + MARSEILLE + "', now())");
        }

        var asked = "select id from question where referral_id = '" + journey.id() + "'";
        assertEquals(0, seenBy(MARSEILLE, asked));
        assertEquals(1, seenBy(Tokens.RENNES, asked));
    }

    @Test
    void letsTheNationReadAndChangeNothing() throws SQLException {
        var id = Journey.begun(Tokens.RENNES).id();
        try (var service = Rows.asService().seeingAs("national")) {
            assertEquals(
                    1,
                    service.select("select 1 from referral where id = '" + id + "'")
                            .size());
            assertEquals(
                    List.of(),
                    service.select("update referral set stopping = stopping where id = '" + id + "' returning 1"));
            assertEquals(List.of(), service.select("select 1 from referral where id = '" + id + "' for update"));
            for (var copy : List.of(
                    "dossier select referral_id, 99, document, received_at from dossier",
                    "timeline select referral_id, 99, at, what, state, actor, organisation, role from timeline")) {
                assertRefused(service, "insert into " + copy + " where referral_id = '" + id + "'");
            }
        }
    }

    /** A referral with an event that came before its turn. */
    private static Journey waiting() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES);
        try (var service = Rows.asService().seeingAs("platform")) {
            service.run("insert into inbox_position values ('hub.events', '" + journey.id() + "', 0)");
            service.run("insert into inbox_parked values ('hub.events', '" + journey.id()
                    + "', 9, 'e', 'OfferSeen.v1', now(), '{}', now())");
        }
        return journey;
    }

    private static int seenBy(String organisations, String query) throws SQLException {
        try (var service = Rows.asService().seeingAs(organisations)) {
            return service.select(query).size();
        }
    }

    private static void assertRefused(Rows rows, String statement) {
        var refused = assertThrows(SQLException.class, () -> rows.run(statement), statement);
        assertEquals(NOT_PERMITTED, refused.getSQLState(), refused.getMessage());
    }
}
