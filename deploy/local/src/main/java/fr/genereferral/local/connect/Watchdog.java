package fr.genereferral.local.connect;

import fr.genereferral.local.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Restarts what failed: Kafka Connect itself leaves a failed task failed, and the outbox would fill unread. Takes away a
 * slot that is lost, for the same reason.
 */
final class Watchdog implements AutoCloseable {
    // The promise is ten seconds, a restart included.
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(3);

    private final ConnectApi api;
    private final Set<Database> databases;
    private final Map<Database, LostSlot> slots = new HashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "connect-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** @param databases those that have a connector; one may be added at any time */
    Watchdog(ConnectApi api, CopyOnWriteArraySet<Database> databases) {
        this.api = api;
        this.databases = databases;
        rounds.scheduleWithFixedDelay(
                this::round, BETWEEN_ROUNDS.toMillis(), BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        databases.forEach(database -> tried(slots.computeIfAbsent(database, LostSlot::of)::drop));
        tried(this::restartFailed);
    }

    private void restartFailed() {
        api.states().forEach((connector, state) -> {
            if (state.failed()) {
                api.restartFailed(connector);
            }
        });
    }

    /** Who is away or rebalancing is asked again in the next round; whatever is thrown on would end the rounds for good. */
    private static void tried(Step step) {
        try {
            step.take();
        } catch (SQLException | RuntimeException e) {
            System.getLogger(Watchdog.class.getName()).log(System.Logger.Level.DEBUG, "again in the next round", e);
        }
    }

    private interface Step {
        void take() throws SQLException;
    }

    /** What its rounds hold open is closed after the last of them. */
    @Override
    public void close() {
        try {
            rounds.execute(() -> slots.values().forEach(LostSlot::close));
        } finally {
            rounds.shutdown();
        }
    }
}
