package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: what the service's own role may see and do when a query forgets to ask. */
@ServiceTest
class RowLevelSecurityTest {

    @ParameterizedTest
    @ValueSource(strings = {"placement", "routing", "match_run", "offer"})
    void showsNothingToATransactionThatDoesNotSayForWhom(String table) throws SQLException {
        Search.in("35").routed("OfferMade");

        assertEquals(0, count(null, table, "true"));
        assertEquals(0, count("", table, "true"));
        assertTrue(count("national", table, "true") > 0);
    }

    @Test
    void showsAHubItsOwnAndTheChildOnlyWhileItHoldsTheRequest() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        var mine = "referral_id = '" + search.referral() + "'";
        assertEquals(1, count(NANTES, "offer", mine));
        assertEquals(1, count(NANTES, "routing", mine));
        assertEquals(0, count(LYON, "offer", mine));
        assertEquals(0, count(LYON, "routing", mine));

        search.decline("NO_CAPACITY").statusCode(200);

        assertEquals(1, count(NANTES, "offer", mine));
        assertEquals(0, count(NANTES, "routing", mine));
        assertEquals(1, count(NANTES, "match_run", mine));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update match_run set content = ''",
                "delete from match_run",
                "delete from offer",
                "update routing set therapy = ''",
                "update outbox set payload = ''",
                "delete from outbox",
                "update directory_anomaly set therapy = ''",
                "delete from accreditation",
                "update keeper_change set made_by = ''",
                "delete from keeper_change",
                "update hub_notice set state = ''",
                "delete from hub_feed",
                "update hub_mail set kind = ''",
                "delete from hub_mail_setting",
                "update leg set minutes = 0",
                "create table mine (id int)"
            })
    void refusesWhatTheServiceMayNotDo(String statement) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var denied = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> denied.execute(statement));
            assertEquals("42501", refused.getSQLState());
        }
    }

    /** What leaves, what waits and what was lost: nobody's who does not say for whom, and no hub's but its own. */
    @ParameterizedTest
    @CsvSource({
        "outbox, aggregateid, 0",
        "inbox_position, key, 0",
        "inbox_parked, key, 0",
        "directory_anomaly, offer_id::text, 1"
    })
    void keepsTheEventsFromEverybodyButThePlatform(String table, String key, int own) throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        var mine = "%s in ('%s', '%s')".formatted(key, search.referral(), search.offer());
        try (var platform = LocalServers.asServiceFor("platform")) {
            run(
                    platform,
                    "insert into inbox_parked values ('referral.events', '" + search.referral()
                            + "', 99, 'e', 'ReferralClosed.v1', now(), '{}', now())");
            run(
                    platform,
                    "insert into directory_anomaly values ('" + search.offer() + "', '" + NANTES
                            + "', 'ONA-IV', now())");
            assertTrue(rows(platform, table, mine) > 0);
        }

        for (var stranger : new String[] {null, "", LYON, LYON + ",platform", "Platform"}) {
            assertEquals(0, count(stranger, table, mine), stranger);
        }
        assertEquals(own, count(NANTES, table, mine));
        try (var owner = LocalServers.asOwner()) {
            assertEquals(0, rows(owner, table, "true"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"placement", "offer", "outbox", "inbox_position", "inbox_parked", "directory_anomaly"})
    void isNotTurnedOff(String table) throws SQLException {
        try (var service = LocalServers.asService()) {
            run(service, "set row_security = off");
            var refused = assertThrows(SQLException.class, () -> rows(service, table, "true"));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "national", NANTES})
    void letsOnlyThePlatformSaySomething(String orgs) throws SQLException {
        for (var event : List.of(
                "outbox values (uuidv7(), 'hub', 'k', 'OfferMade.v1', '/', '', '1.0', 'application/json', 1, '{}')",
                "inbox_position values ('referral.events', 'k', 1)")) {
            try (var connection = LocalServers.asServiceFor(orgs)) {
                var refused = assertThrows(SQLException.class, () -> run(connection, "insert into " + event));
                assertEquals("42501", refused.getSQLState());
            }
        }
    }

    @Test
    void showsTheConnectorEveryEventAndNothingElse() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        try (var carrier = LocalServers.asCarrier()) {
            assertTrue(rows(carrier, "outbox", "aggregateid = '" + search.referral() + "'") > 0);
            assertThrows(SQLException.class, () -> rows(carrier, "inbox_parked", "true"));
        }
    }

    /** The first wall stands without the second. */
    @Test
    void isNotWhatTheQueriesRestOn() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        search.decline("NO_CAPACITY").statusCode(200);
        var tables = List.of("placement", "routing", "match_run", "offer");
        try (var owner = LocalServers.asOwner()) {
            try {
                for (var table : tables) {
                    run(owner, "alter table " + table + " disable row level security");
                }
                assertTrue(count(LYON, "offer", "referral_id = '" + search.referral() + "'") > 0);
                search.placement(Tokens.hub(LYON)).statusCode(404);
                search.placement(Tokens.hub(NANTES)).statusCode(200).body("offers.hub.id", contains(NANTES));
                search.placement(Tokens.coordinator()).statusCode(200).body("offers", hasSize(2));
                search.read(Tokens.hub(LYON)).statusCode(404);
            } finally {
                for (var table : tables) {
                    run(owner, "alter table " + table + " enable row level security");
                }
            }
        }
    }

    @Test
    void refusesASecondLiveOfferWhateverTheCodeDoes() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            var copy = "insert into offer select uuidv7(), referral_id, match_run_id, routing, rank, hub_id, hub_name,"
                    + " hub_city, therapy, urgency, state, illustrative, offered_at, expires_at, seen_at, ended_at,"
                    + " answered_by, decline_reason, version from offer where id = '" + search.offer() + "'";
            var refused = assertThrows(SQLException.class, () -> statement.execute(copy));
            assertEquals("23P01", refused.getSQLState());
        }
    }

    private static int count(String orgs, String table, String condition) throws SQLException {
        try (var connection = LocalServers.asServiceFor(orgs)) {
            return rows(connection, table, condition);
        }
    }

    private static int rows(Connection connection, String table, String condition) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select count(*) from " + table + " where " + condition);
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
