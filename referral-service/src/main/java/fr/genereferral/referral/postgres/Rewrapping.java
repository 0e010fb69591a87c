package fr.genereferral.referral.postgres;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Wraps anew, under the current master key, what other master keys have wrapped: beside the running service, in batches,
 * from the start of each replica until nothing is left. Stopped at any point, it is taken up by the next start; run by
 * several replicas, each takes what the others do not. What a replica with the former key still adds is moved when that
 * replica starts with the new one.
 */
@ApplicationScoped
class Rewrapping {
    private static final Logger LOG = Logger.getLogger(Rewrapping.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final Duration SHORTLY = Duration.ofSeconds(1);
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final WrappedKeys keys;
    private final AtomicLong remaining;
    private final AtomicReference<UUID> last = new AtomicReference<>(FIRST);
    private final AtomicLong moved = new AtomicLong();
    private volatile boolean stopping;

    Rewrapping(WrappedKeys keys, MeterRegistry meters) {
        this.keys = keys;
        remaining = meters.gauge("referral.keys.under.other.master.keys", new AtomicLong());
    }

    void begin() {
        keys.remaining()
                .invoke(remaining::set)
                .chain(count -> count == 0 ? Uni.createFrom().voidItem() : all(count))
                .onFailure(failure -> !stopping)
                .retry()
                .withBackOff(SHORTLY, AT_MOST)
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("The keys were not all wrapped anew; the next start goes on"));
    }

    private Uni<Void> all(long count) {
        LOG.infof("%d keys are wrapped with another master key and are being wrapped anew", count);
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(batch -> batch.last() != null && !stopping)
                .collect()
                .last()
                .chain(keys::remaining)
                .invoke(this::done)
                .replaceWithVoid();
    }

    private Uni<WrappedKeys.Moved> next() {
        return keys.moveAfter(last.get()).invoke(batch -> {
            last.set(batch.last() == null ? FIRST : batch.last());
            remaining.addAndGet(-batch.count());
            if (batch.count() > 0) {
                LOG.infof("%d keys wrapped anew so far", moved.addAndGet(batch.count()));
            }
        });
    }

    private void done(long left) {
        remaining.set(left);
        LOG.infof("Wrapping keys anew has ended: %d moved, %d left under another master key", moved.get(), left);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }
}
