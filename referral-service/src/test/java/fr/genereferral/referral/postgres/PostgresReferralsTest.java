package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second guard: the database itself, asked as the service asks it. */
@ServiceTest
class PostgresReferralsTest {
    private static final String NOT_PERMITTED = "42501";
    private static final List<String> GUARDED = List.of("dossier", "identity_field", "timeline", "audit");

    @Test
    void showsNothingToWhoeverDoesNotSayForWhom() throws SQLException {
        var id = Journey.begun(Tokens.RENNES).id();

        try (var service = Rows.asService()) {
            assertSees(service, id, 0);
        }
    }

    @Test
    void showsNothingToAnotherOrganisation() throws SQLException {
        var id = Journey.begun(Tokens.RENNES).id();

        try (var service = Rows.asService().seeingAs(Tokens.ANGERS)) {
            assertSees(service, id, 0);
        }
    }

    @Test
    void showsItsOwnToTheHospital() throws SQLException {
        var id = Journey.begun(Tokens.RENNES).id();

        try (var service = Rows.asService().seeingAs(Tokens.ANGERS + "," + Tokens.RENNES)) {
            assertSees(service, id, 1);
        }
    }

    @Test
    void keepsIdentitiesFromTheNation() throws SQLException {
        var id = Journey.begun(Tokens.RENNES).id();

        try (var service = Rows.asService().seeingAs("national")) {
            assertEquals(1, count(service, "dossier", "referral_id", id));
            assertEquals(0, count(service, "identity_field", "referral_id", id));
        }
    }

    @Test
    void takesNoReferralInForAnotherOrganisation() throws SQLException {
        var id = Journey.begun(Tokens.RENNES).id();

        try (var service = Rows.asService().seeingAs(Tokens.RENNES)) {
            var refused = assertThrows(
                    SQLException.class,
                    () -> service.run("insert into referral select (r).* from (select jsonb_populate_record(r,"
                            + " jsonb_build_object('id', gen_random_uuid(), 'reference', 'GR-X', 'organisation', '"
                            + Tokens.ANGERS + "')) r from referral r where id = '" + id + "') x"));
            assertEquals(NOT_PERMITTED, refused.getSQLState());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier", "timeline", "audit", "assessment", "outbox", "fact_entry"})
    void letsTheServiceNeitherChangeNorDeleteWhatIsAppendOnly(String table) throws SQLException {
        var column = table.equals("outbox") ? "aggregateid" : "referral_id";
        try (var service = Rows.asService().seeingAs("platform")) {
            for (var forbidden : List.of(
                    "update " + table + " set " + column + " = " + column,
                    "delete from " + table,
                    "truncate " + table)) {
                var refused = assertThrows(SQLException.class, () -> service.run(forbidden), forbidden);
                assertEquals(NOT_PERMITTED, refused.getSQLState());
            }
        }
    }

    /** What a patient is called is replaced by its hospital, and by nobody else; nobody changes it in its place. */
    @Test
    void letsOnlyItsHospitalEndAnIdentity() throws SQLException {
        var id = UUID.fromString(Journey.begun(Tokens.RENNES).id());
        for (var other : List.of("platform", "national", Tokens.ANGERS)) {
            try (var service = Rows.asService().seeingAs(other)) {
                service.run("delete from identity_field where referral_id = '" + id + "'");
            }
        }
        try (var service = Rows.asService().seeingAs(Tokens.RENNES)) {
            var kept = service.select("select field from identity_field where referral_id = ?", id);
            assertNotEquals(List.of(), kept);
            for (var forbidden : List.of("update identity_field set field = field", "truncate identity_field")) {
                var refused = assertThrows(SQLException.class, () -> service.run(forbidden), forbidden);
                assertEquals(NOT_PERMITTED, refused.getSQLState());
            }
        }
    }

    private static void assertSees(Rows service, String id, int some) throws SQLException {
        assertEquals(some, count(service, "referral", "id", id), "referral");
        for (var table : GUARDED) {
            assertEquals(some, Math.min(1, count(service, table, "referral_id", id)), table);
        }
    }

    private static int count(Rows service, String table, String column, String id) throws SQLException {
        return service.select("select 1 from " + table + " where " + column + " = ?", UUID.fromString(id))
                .size();
    }
}
