package fr.genereferral.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.Credentials;
import fr.genereferral.local.Database;
import fr.genereferral.local.Part;
import fr.genereferral.local.SharedPlatform;
import fr.genereferral.local.Sql;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    private final Database referral = SharedPlatform.get().database("referral");

    @ParameterizedTest
    @CsvSource({"fsync,on", "synchronous_commit,on", "full_page_writes,on", "wal_level,logical"})
    void keepsWhatItAcknowledged(String setting, String value) throws SQLException {
        assertEquals(value, Sql.service(referral).one("show " + setting));
    }

    @Test
    void refusesToRunWhenAcknowledgedCommitsCouldBeLost() throws SQLException {
        try (var connection = Sql.owner(referral).open();
                var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");

            var refused = assertThrows(IllegalStateException.class, () -> Durability.demand(connection));

            assertTrue(refused.getMessage().contains("synchronous_commit is off"), refused::getMessage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eligibility", "hub_directory", "referral_keys", "postgres"})
    void keepsARoleOutOfEveryOtherDatabase(String other) {
        var elsewhere = new Database(
                other, referral.host(), referral.port(), referral.owner(), referral.service(), referral.cdc());

        for (var role : new Credentials[] {
            referral.owner(), referral.service(), referral.cdc().orElseThrow()
        }) {
            var refused = assertThrows(SQLException.class, () -> new Sql(elsewhere, role).open());
            assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
        }
    }

    @Test
    void letsNoServiceChangeTheSchema() {
        var service = Sql.service(referral);

        var refused = assertThrows(SQLException.class, () -> service.run("create table mine (id int)"));

        assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
    }

    @Test
    void asksForThePassword() {
        var impostor = new Sql(referral, new Credentials("referral", "guessed"));

        var refused = assertThrows(SQLException.class, impostor::open);

        assertEquals(WRONG_PASSWORD, refused.getSQLState());
    }

    @Test
    void keepsCommittedRowsWhenKilled() throws SQLException {
        var keys = Sql.owner(SharedPlatform.get().database("referral_keys"));
        keys.run("create table kept (id int); insert into kept select generate_series(1, 1000)");

        SharedPlatform.get().kill(Part.POSTGRES);
        SharedPlatform.get().restart(Part.POSTGRES);

        assertEquals("1000", keys.one("select count(*) from kept"));
    }
}
