package fr.genereferral.e2e.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database shows to the services' own roles when nobody has asked for whom. */
class SecondWallIT {
    private static final String NOT_PERMITTED = "42501";
    private static final int TURNS = 1_000;

    /** Tables that speak of a referral or of a child, or say who has changed something. */
    private static final Map<String, Set<String>> BEHIND = Map.of(
            "referral",
            Set.of(
                    "referral",
                    "referral_access",
                    "dossier",
                    "fact_entry",
                    "open_case",
                    "identity_field",
                    "assessment",
                    "timeline",
                    "audit",
                    "setback",
                    "inbox_position",
                    "inbox_parked",
                    "outbox"),
            "eligibility",
            Set.of("assessment", "held_dossier", "held_variant", "inbox_position", "inbox_parked", "outbox"),
            "hub_directory",
            Set.of(
                    "placement",
                    "routing",
                    "match_run",
                    "offer",
                    "directory_anomaly",
                    "accreditation_end",
                    "team_evidence",
                    "hub_history",
                    "anomaly_settlement",
                    "capacity",
                    "capacity_pause",
                    "capacity_pause_end",
                    "slot",
                    "directory_import",
                    "directory_import_progress",
                    "directory_import_end",
                    "inbox_position",
                    "inbox_parked",
                    "outbox"));

    private static final Set<String> MAY_BE_EMPTY = Set.of(
            "fact_entry",
            "open_case",
            "held_variant",
            "inbox_parked",
            "setback",
            "directory_anomaly",
            "accreditation_end",
            "team_evidence",
            "anomaly_settlement",
            "capacity",
            "capacity_pause",
            "capacity_pause_end",
            "slot",
            "directory_import",
            "directory_import_progress",
            "directory_import_end");

    /** Tables that no policy is forced upon, and why. */
    private static final Map<String, Map<String, String>> BEFORE = Map.of(
            "referral",
            Map.of(
                    "stuck", "a view that shows what its reader may see of the tables behind it",
                    "idempotency", "no word of a child; asked for many organisations at once",
                    "flyway_schema_history", "the owner's"),
            "eligibility",
            Map.of(
                    "rule_pack", "public",
                    "variant_classification", "public, with who recorded it and a key",
                    "flyway_schema_history", "the owner's"),
            "hub_directory",
            Map.ofEntries(
                    Map.entry("departement", "public"),
                    Map.entry("hospital", "public"),
                    Map.entry("landmass", "public"),
                    Map.entry("place", "public"),
                    Map.entry("leg", "public"),
                    Map.entry("routing_parameters", "public"),
                    Map.entry("travel_import", "who brought travel times, and a key"),
                    Map.entry("hub", "public"),
                    Map.entry("accreditation", "public"),
                    Map.entry("idempotency", "names a hub and a key, no referral"),
                    Map.entry("flyway_schema_history", "the owner's")),
            "referral_keys",
            Map.of(
                    "referral_key", "a database of its own; each key is wrapped by one that is not in it",
                    "hash_key", "wrapped too",
                    "flyway_schema_history", "the owner's"));

    private static Scene scene;

    @BeforeAll
    static void lay() {
        scene = Scene.laid();
    }

    static Stream<Arguments> tables() {
        return BEHIND.entrySet().stream()
                .flatMap(database -> database.getValue().stream().map(table -> Arguments.of(database.getKey(), table)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsNothingToNobodyNorToAStranger(String database, String table) throws SQLException {
        try (var wall = Wall.of(database)) {
            assertEquals(0, wall.count(table));
            for (var stranger : List.of("", "000000000", "*", "%", "Platform", "platform,x", " platform")) {
                assertEquals(0, wall.speakingFor(stranger).count(table), stranger);
            }
            if (!MAY_BE_EMPTY.contains(table)) {
                assertTrue(wall.speakingFor("platform").count(table) > 0, "nothing was there to hide");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void isNotTurnedOff(String database, String table) throws SQLException {
        try (var wall = Wall.of(database)) {
            wall.run("set row_security = off");
            var refused = assertThrows(SQLException.class, () -> wall.count(table));
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
    void standsBeforeEveryTableButThoseThatAreNamedHere(String database) throws SQLException {
        try (var wall = Wall.of(database)) {
            var forced = "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in"
                    + " ('r', 'p', 'v', 'm') and %s relforcerowsecurity";
            assertEquals(
                    new TreeSet<>(BEHIND.getOrDefault(database, Set.of())),
                    new TreeSet<>(wall.texts(forced.formatted(""))));
            assertEquals(BEFORE.get(database).keySet(), Set.copyOf(wall.texts(forced.formatted("not"))));
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

    static Stream<Arguments> appendOnly() {
        return Map.of(
                        "referral",
                                List.of(
                                        "dossier",
                                        "fact_entry",
                                        "identity_field",
                                        "assessment",
                                        "timeline",
                                        "audit",
                                        "outbox"),
                        "eligibility", List.of("assessment", "rule_pack", "outbox"),
                        "hub_directory",
                                List.of(
                                        "routing",
                                        "match_run",
                                        "directory_anomaly",
                                        "accreditation_end",
                                        "team_evidence",
                                        "hub_history",
                                        "anomaly_settlement",
                                        "capacity",
                                        "capacity_pause",
                                        "capacity_pause_end",
                                        "directory_import",
                                        "directory_import_progress",
                                        "directory_import_end",
                                        "outbox"))
                .entrySet()
                .stream()
                .flatMap(database -> database.getValue().stream().map(table -> Arguments.of(database.getKey(), table)));
    }

    @ParameterizedTest
    @MethodSource("appendOnly")
    void letsNothingBeChangedThatIsWrittenOnce(String database, String table) throws SQLException {
        try (var wall = Wall.of(database)) {
            for (var right : List.of("update", "delete", "truncate", "trigger", "references")) {
                assertEquals(
                        List.of("f"),
                        wall.texts("select has_table_privilege('" + table + "', '" + right + "')"
                                + (right.equals("update")
                                        ? " or has_any_column_privilege('" + table + "', 'update')"
                                        : "")),
                        right);
            }
        }
    }
}
