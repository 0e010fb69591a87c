package fr.genereferral.e2e.support;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Before a referral-service that compares starts on the shared platform: what other tests have sent is not looked at. */
public final class Compared {
    private static final String ALL = "update referral set compared = true where not compared";

    private Compared() {}

    public static void all() {
        var url = RunningSystem.system().platform().database("referral").jdbcUrl();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.executeUpdate(ALL);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
