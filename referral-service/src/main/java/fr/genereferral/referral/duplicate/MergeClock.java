package fr.genereferral.referral.duplicate;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks again and again whether a hub's word has come that a merge waits for. */
@ApplicationScoped
class MergeClock {
    private static final Logger LOG = Logger.getLogger(MergeClock.class);
    /** What never answers must not be the last look of this instance. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final MergingReferrals merging;

    MergeClock(MergingReferrals merging) {
        this.merging = merging;
    }

    @Scheduled(
            every = "{merges.every}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return merging.goOn()
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "looking for merges that wait stopped short: reason=%s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
