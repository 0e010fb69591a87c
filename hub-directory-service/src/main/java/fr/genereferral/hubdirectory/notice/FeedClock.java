package fr.genereferral.hubdirectory.notice;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Looks for what is new, once for all who follow. Apart from it, whoever follows sees that the stream is alive. */
@ApplicationScoped
class FeedClock {
    private static final Logger LOG = Logger.getLogger(FeedClock.class);

    private final TellingHubs telling;
    private final Followers followers;
    private final Clock clock;

    FeedClock(TellingHubs telling, Followers followers, Clock clock) {
        this.telling = telling;
        this.followers = followers;
        this.clock = clock;
    }

    @Scheduled(
            every = "{offers.notices.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tell() {
        return over("telling", telling.tell());
    }

    /** Beside the other, so that a database that hangs keeps no token alive. */
    @Scheduled(
            every = "{offers.notices.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tick() {
        return over("ticking", Uni.createFrom().voidItem().invoke(() -> followers.tick(clock.instant())));
    }

    @Scheduled(
            every = "{offers.notices.forget-every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> forget() {
        return over("forgetting", telling.forget());
    }

    /** What has failed is tried the next time. */
    private static Uni<Void> over(String what, Uni<Void> work) {
        return work.onFailure()
                .invoke(failure -> LOG.warnf(
                        "hubs were not told: while=%s reason=%s",
                        what, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
