package fr.genereferral.e2e.support;

import java.sql.DriverManager;
import java.sql.SQLException;

/** The time of an offer passes: its deadline is moved in the table, never a clock. */
public final class Deadline {
    private static final String MOVE = "update offer set expires_at = now() - interval '1 second'"
            + " where cast(referral_id as text) = ? and state = 'OPEN'";

    private Deadline() {}

    /** That of the live offer for this child. */
    public static void pass(ReferredChild child) {
        var url = RunningSystem.system().platform().database("hub_directory").jdbcUrl();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var move = connection.prepareStatement(MOVE)) {
            move.setString(1, child.id());
            if (move.executeUpdate() != 1) {
                throw new IllegalStateException("no live offer");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
