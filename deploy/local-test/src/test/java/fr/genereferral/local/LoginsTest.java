package fr.genereferral.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LoginsTest {
    private static final Database REFERRAL = SharedPlatform.get().database("referral");

    @Test
    void areHandedOnWithNothingOfWhoeverHadThemBefore() throws SQLException {
        String first;
        try (var connection = Logins.as(REFERRAL.service(), REFERRAL)) {
            first = asked(connection, "select pg_backend_pid()");
            asked(connection, "select set_config('app.orgs', '490000049', false)");
            connection.setAutoCommit(false);
            asked(connection, "select txid_current()");
        }

        try (var connection = Logins.as(REFERRAL.service(), REFERRAL)) {
            assertEquals(first, asked(connection, "select pg_backend_pid()"));
            assertEquals("", asked(connection, "select coalesce(current_setting('app.orgs', true), '')"));
            assertEquals("t", asked(connection, "select txid_current_if_assigned() is null"));
        }
    }

    @Test
    void areNotHandedOnWhereTheyAreBroken() throws SQLException {
        String first;
        try (var connection = Logins.as(REFERRAL.owner(), REFERRAL)) {
            first = asked(connection, "select pg_backend_pid()");
            assertThrows(SQLException.class, () -> asked(connection, "select pg_terminate_backend(pg_backend_pid())"));
        }

        try (var connection = Logins.as(REFERRAL.owner(), REFERRAL)) {
            assertNotEquals(first, asked(connection, "select pg_backend_pid()"));
        }
    }

    @Test
    void belongToWhoeverKnowsThePassword() throws SQLException {
        Logins.as(REFERRAL.service(), REFERRAL).close();
        var impostor = new Credentials(REFERRAL.service().user(), "guessed");

        assertThrows(SQLException.class, () -> Logins.as(impostor, REFERRAL));
    }

    private static String asked(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
