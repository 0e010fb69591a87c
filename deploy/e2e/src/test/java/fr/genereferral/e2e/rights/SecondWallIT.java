package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database shows to the services' own roles when nobody has asked for whom. */
class SecondWallIT {
    private static final String NOT_PERMITTED = "42501";
    private static final int TURNS = 1_000;

    private static Scene scene;

    @BeforeAll
    static void lay() {
        scene = Furnished.scene();
    }

    static Stream<WalledTable> tables() {
        return WalledTable.all().stream().filter(WalledTable::behind);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsNothingToNobodyNorToAStranger(WalledTable table) throws SQLException {
        try (var wall = Wall.of(table.database())) {
            assertEquals(0, wall.count(table.name()));
            for (var stranger : List.of("", "000000000", "*", "%", "Platform", "platform,x", " platform")) {
                assertEquals(0, wall.speakingFor(stranger).count(table.name()), stranger);
            }
            if (!table.mayBeEmpty()) {
                assertTrue(wall.speakingFor("platform").count(table.name()) > 0, "nothing was there to hide");
            }
        }
    }

    /** A hospital that sends other children, and a hub that has declined this one. */
    @ParameterizedTest
    @MethodSource("tables")
    void showsARealOrganisationNothingOfTheOthers(WalledTable table) throws SQLException {
        try (var wall = Wall.of(table.database()).still()) {
            for (var organisation : List.of(Scene.OTHER, scene.former())) {
                var own = Belongings.of(organisation, table, wall);
                // The hub has been asked for every child there is, where no other test has come before.
                if (organisation.equals(Scene.OTHER) && !table.mayBeEmpty()) {
                    assertTrue(wall.countOthers(table.name(), own) > 0, "nothing of the others was there to hide");
                }
                assertEquals(0, wall.speakingFor(organisation).countOthers(table.name(), own), organisation);
            }
        }
    }

    /** Were nothing shown to them at all, it would prove nothing that the others' is not. */
    @Test
    void showsThemWhatIsTheirOwn() throws SQLException {
        try (var wall = Wall.of("referral").speakingFor(Scene.OTHER)) {
            for (var table : List.of(
                    "referral",
                    "referral_access",
                    "dossier",
                    "identity_field",
                    "patient_mark",
                    "draft",
                    "timeline",
                    "audit")) {
                assertTrue(wall.count(table) > 0, table);
            }
        }
        try (var wall = Wall.of("hub_directory").speakingFor(scene.former())) {
            for (var table : List.of("offer", "placement", "match_run", "hub_notice")) {
                assertTrue(wall.count(table) > 0, table);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isNotTurnedOff(WalledTable table) throws SQLException {
        try (var wall = Wall.of(table.database())) {
            wall.run("set row_security = off");
            var refused = assertThrows(SQLException.class, () -> wall.count(table.name()));
            assertEquals(NOT_PERMITTED, refused.getSQLState());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral", "eligibility", "hub_directory", "referral_keys"})
    void isNotLeftByAnotherRole(String database) throws SQLException {
        try (var wall = Wall.of(database)) {
            for (var role : List.of(database + "_owner", "postgres", "pg_read_all_data")) {
                var refused = assertThrows(SQLException.class, () -> wall.run("set role " + role));
                assertEquals(NOT_PERMITTED, refused.getSQLState());
            }
        }
    }

    /** The coordinator and the auditor are the whole country's, but know nobody by name and change nothing. */
    @Test
    void keepsNamesFromTheNationAndLetsItChangeNothing() throws SQLException {
        try (var wall = Wall.of("referral").speakingFor("national")) {
            assertEquals(0, wall.count("identity_field"));
            assertTrue(wall.count("dossier") > 0);
            assertEquals(
                    List.of(),
                    wall.texts("update referral set stopping = stopping where id = '" + scene.referral()
                            + "' returning id::text"));
        }
        try (var wall = Wall.of("hub_directory").speakingFor("national")) {
            assertEquals(
                    List.of(),
                    wall.texts("update offer set rank = rank where id = '" + scene.offer() + "' returning id::text"));
        }
    }

    @Test
    void forgetsForWhomAtTheEndOfEachTransaction() throws SQLException {
        var mine = "select id::text from referral where id = '" + scene.referral() + "'";
        try (var wall = Wall.of("referral")) {
            for (var turn = 0; turn < TURNS; turn++) {
                var seen = wall.asOneTransaction(turn % 2 == 0 ? Scene.HOSPITAL : Scene.OTHER, mine);
                assertEquals(turn % 2 == 0 ? List.of(scene.referral()) : List.of(), seen);
                assertEquals(List.of(), wall.texts(mine));
                assertEquals(
                        "",
                        wall.texts("select current_setting('app.orgs', true)").get(0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral", "eligibility", "hub_directory", "referral_keys"})
    void standsBeforeEveryTableButThoseThatAreNamed(String database) throws SQLException {
        try (var wall = Wall.of(database)) {
            var forced = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in"
                    + " ('r', 'p', 'v', 'm') and %s relforcerowsecurity";
            assertEquals(
                    new TreeSet<>(WalledTable.names(database, WalledTable::behind)),
                    new TreeSet<>(wall.texts(forced.formatted(""))));
            assertEquals(
                    new TreeSet<>(WalledTable.names(database, table -> !table.behind())),
                    new TreeSet<>(wall.texts(forced.formatted("not"))));
            assertEquals(
                    List.of(),
                    wall.texts(
                            "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral", "eligibility", "hub_directory", "referral_keys"})
    void isBuiltByAnotherRoleThanTheServices(String database) throws SQLException {
        try (var wall = Wall.of(database)) {
            assertEquals(
                    List.of("f"),
                    wall.texts("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication"
                            + " from pg_roles where rolname = current_user"));
            assertEquals(List.of(), wall.texts("select relname from pg_class where relowner = current_user::regrole"));
            assertEquals(
                    List.of("f"),
                    wall.texts("select has_schema_privilege('public', 'create')"
                            + " or has_database_privilege(current_database(), 'create')"));
            assertEquals(
                    List.of(),
                    wall.texts(
                            "select roleid::regrole::text from pg_auth_members where member = current_user::regrole"));
        }
    }

    static Stream<WalledTable> appendOnly() {
        return WalledTable.all().stream().filter(WalledTable::writtenOnce);
    }

    @ParameterizedTest
    @MethodSource("appendOnly")
    void letsNothingBeChangedThatIsWrittenOnce(WalledTable table) throws SQLException {
        try (var wall = Wall.of(table.database())) {
            for (var right : List.of("update", "delete", "truncate", "trigger", "references")) {
                assertEquals(
                        List.of("f"),
                        wall.texts("select has_table_privilege('" + table.name() + "', '" + right + "')"
                                + (right.equals("update")
                                        ? " or has_any_column_privilege('" + table.name() + "', 'update')"
                                        : "")),
                        right);
            }
        }
    }
}
