package fr.genereferral.referral.statistics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * The gauge {@code referrals.aged.out}: how many children have grown out of a therapy this year while they waited, of all therapies
 * together; no number while there are too few to be told.
 */
@ApplicationScoped
class AgedOutMeter {
    private static final Logger LOG = Logger.getLogger(AgedOutMeter.class);

    private final CountingAgedOut counting;
    private final StatisticsConfig config;
    private volatile double told = Double.NaN;

    AgedOutMeter(CountingAgedOut counting, StatisticsConfig config, MeterRegistry meters) {
        this.counting = counting;
        this.config = config;
        meters.gauge("referrals.aged.out", this, meter -> meter.told);
    }

    @Scheduled(
            every = "{aged-out.every}",
            delayed = "{aged-out.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> measure() {
        return counting.childrenThisYear()
                .invoke(children -> told = children == 0 || children >= config.least() ? children : Double.NaN)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "who has grown out was not counted: reason=%s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
