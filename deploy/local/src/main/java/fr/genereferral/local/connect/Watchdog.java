package fr.genereferral.local.connect;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Restarts what failed: Kafka Connect itself leaves a failed task failed, and the outbox would fill unread. */
final class Watchdog implements AutoCloseable {
    // The promise is ten seconds, a restart included.
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(3);

    private final ConnectApi api;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "connect-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog(ConnectApi api) {
        this.api = api;
        rounds.scheduleWithFixedDelay(
                this::round, BETWEEN_ROUNDS.toMillis(), BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            for (var connector : api.connectors()) {
                if (api.state(connector).failed()) {
                    api.restartFailed(connector);
                }
            }
        } catch (ConnectApi.ConnectRefused e) {
            // Away or rebalancing: the next round asks again. Thrown on, it would end the rounds for good.
            return;
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
