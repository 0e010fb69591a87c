package fr.genereferral.hubdirectory;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Questions to the database that speak for the platform, over sessions that stay open between them: to open one takes longer
 * than most questions, and a test asks hundreds.
 */
final class PlatformSession {
    private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();
    private static final int SECONDS_TO_ANSWER = 5;

    private PlatformSession() {}

    /** What is asked, or changed, in one transaction. */
    interface Question<T> {
        T of(Connection session) throws SQLException, IOException;
    }

    static <T> T of(Question<T> question) {
        try {
            var session = open();
            try {
                var answer = question.of(session);
                IDLE.push(session);
                return answer;
            } catch (SQLException | IOException e) {
                session.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some tests take the database away: what was open before is not open after. */
    private static Connection open() throws SQLException {
        for (var idle = IDLE.poll(); idle != null; idle = IDLE.poll()) {
            if (idle.isValid(SECONDS_TO_ANSWER)) {
                return idle;
            }
            idle.close();
        }
        return LocalServers.asServiceFor("platform");
    }
}
