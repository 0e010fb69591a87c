package fr.genereferral.referral.duplicate;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks again and again for referrals that nobody has compared yet, where it is turned on ({@code duplicates.every}). */
@ApplicationScoped
class DuplicateClock {
    private static final Logger LOG = Logger.getLogger(DuplicateClock.class);

    private final LookingForDuplicates looking;

    DuplicateClock(LookingForDuplicates looking) {
        this.looking = looking;
    }

    @Scheduled(every = "{duplicates.every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return looking.look()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "looking for duplicates stopped short: reason=%s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
