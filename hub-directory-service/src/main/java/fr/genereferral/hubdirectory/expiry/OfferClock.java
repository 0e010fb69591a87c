package fr.genereferral.hubdirectory.expiry;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks for what is due. How often matters to how soon it is seen, not to what is done: what is due is told by the
 * database, and of several instances only one gets hold of it.
 */
@ApplicationScoped
class OfferClock {
    private final ExpiringOffers expiring;

    OfferClock(ExpiringOffers expiring) {
        this.expiring = expiring;
    }

    @Scheduled(
            every = "{offers.overdue.every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> overdue() {
        return expiring.expireOverdue().replaceWithVoid();
    }

    @Scheduled(
            every = "{offers.reminders.every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> reminders() {
        return expiring.remind().replaceWithVoid();
    }
}
