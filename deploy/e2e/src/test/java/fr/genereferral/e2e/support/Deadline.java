package fr.genereferral.e2e.support;

import java.sql.DriverManager;
import java.sql.SQLException;

/** The time of an offer passes: its deadline is moved in the table, never a clock. */
public final class Deadline {
    private static final String MOVE = "update offer set expires_at = now() - interval '1 second'"
            + " where cast(referral_id as text) = ? and state = 'OPEN'";

    /** As if the hub had been asked so long ago that this share of four days is gone. */
    private static final String WAIT = "update offer set offered_at = now() - ? * interval '4 days',"
            + " expires_at = now() + (1 - ?) * interval '4 days'"
            + " where cast(referral_id as text) = ? and state = 'OPEN'";

    private Deadline() {}

    /** That of the live offer for this child. */
    public static void pass(ReferredChild child) {
        run(MOVE, child.id());
    }

    /** The hub of the live offer has let this share of its time go by. */
    public static void wait(ReferredChild child, double share) {
        run(WAIT, share, share, child.id());
    }

    private static void run(String change, Object... values) {
        var url = RunningSystem.system().platform().database("hub_directory").jdbcUrl();
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var move = connection.prepareStatement(change)) {
            for (var i = 0; i < values.length; i++) {
                move.setObject(i + 1, values[i]);
            }
            if (move.executeUpdate() != 1) {
                throw new IllegalStateException("no live offer");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
