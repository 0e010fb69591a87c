package fr.genereferral.hubdirectory.expiry;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Looks for what is due. How often matters to how soon it is seen, not to what is done: what is due is told by the
 * database, and of several instances only one gets hold of it.
 */
@ApplicationScoped
class OfferClock {
    private static final Logger LOG = Logger.getLogger(OfferClock.class);

    private final ExpiringOffers expiring;
    private final AtomicLong oldest;

    OfferClock(ExpiringOffers expiring, MeterRegistry meters) {
        this.expiring = expiring;
        this.oldest = meters.gauge("offers.overdue.oldest.seconds", new AtomicLong());
    }

    @Scheduled(
            every = "{offers.overdue.every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> overdue() {
        return over("expiring", expiring.expireOverdue());
    }

    @Scheduled(
            every = "{offers.reminders.every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> reminders() {
        return over("reminding", expiring.remind());
    }

    /** Beside the sweep, so that it says so when that gets nowhere. */
    @Scheduled(
            every = "{offers.overdue.every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> oldest() {
        return over("looking for the oldest", expiring.oldest().invoke(oldest::set));
    }

    /** What failed is due the next time still. */
    private static Uni<Void> over(String what, Uni<?> sweep) {
        return sweep.replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the clock of offers stopped short: while=%s reason=%s",
                        what, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
