package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Lookalikes;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Looks again and again for referrals that nobody has compared yet ({@code duplicates.every}; {@code off} turns it off). */
@ApplicationScoped
class DuplicateClock {
    private static final Logger LOG = Logger.getLogger(DuplicateClock.class);

    /** A database that does not answer must not end it for good: a look that has not ended is in the way of the next. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final LookingForDuplicates looking;
    private final Lookalikes lookalikes;
    private final AtomicLong oldest;

    DuplicateClock(LookingForDuplicates looking, Lookalikes lookalikes, MeterRegistry meters) {
        this.looking = looking;
        this.lookalikes = lookalikes;
        this.oldest = meters.gauge("duplicates.oldest.seconds", new AtomicLong());
    }

    @Scheduled(
            every = "{duplicates.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return looking.look()
                .chain(lookalikes::waiting)
                .invoke(waiting -> oldest.set(waiting.toSeconds()))
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "looking for duplicates stopped short: reason=%s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
