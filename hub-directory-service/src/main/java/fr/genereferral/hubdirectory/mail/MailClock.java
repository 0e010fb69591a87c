package fr.genereferral.hubdirectory.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Looks for what is to be sent; says at the start whether anything is sent at all. */
@ApplicationScoped
class MailClock {
    private static final Logger LOG = Logger.getLogger(MailClock.class);

    private final SendingLetters sending;
    private final MailConfig config;
    private final AtomicLong oldest;

    MailClock(SendingLetters sending, MailConfig config, MeterRegistry meters) {
        this.sending = sending;
        this.config = config;
        this.oldest = meters.gauge("hubs.mail.oldest.seconds", new AtomicLong());
    }

    /** @throws IllegalStateException when what letters are to point at is no address: it is better not to start */
    void sayWhetherMailIsSent(@Observes StartupEvent started) {
        new Link(config.link());
        if (config.server().isEmpty()) {
            LOG.warn("no mail server is named (HUBS_MAIL_SERVER): no hub is written to");
        }
    }

    @Scheduled(
            every = "{hubs.mail.every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> send() {
        return over("sending", sending.send().chain(sending::oldest).invoke(oldest::set));
    }

    @Scheduled(
            every = "{hubs.mail.forget-every}",
            delayed = "{offers.clock.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> forget() {
        return over("forgetting", sending.forget());
    }

    /** What has failed is tried the next time. */
    private static Uni<Void> over(String what, Uni<?> work) {
        return work.replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "hubs were not written to: while=%s reason=%s",
                        what, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
