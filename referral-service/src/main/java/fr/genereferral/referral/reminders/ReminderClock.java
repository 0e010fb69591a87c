package fr.genereferral.referral.reminders;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Looks for what hospitals are to be reminded of; says at the start whether anything is sent by mail at all. */
@ApplicationScoped
class ReminderClock {
    private static final Logger LOG = Logger.getLogger(ReminderClock.class);

    private final Reminding reminding;
    private final SendingLetters sending;
    private final Addresses addresses;
    private final MailConfig config;
    private final AtomicLong oldest;

    ReminderClock(
            Reminding reminding, SendingLetters sending, Addresses addresses, MailConfig config, MeterRegistry meters) {
        this.reminding = reminding;
        this.sending = sending;
        this.addresses = addresses;
        this.config = config;
        this.oldest = meters.gauge("reminders.mail.oldest.seconds", new AtomicLong());
    }

    /**
     * A file that does not read is told now, and not on the day that a mail server is named.
     *
     * @throws IllegalStateException when what letters are to point at, or where they are to go, is no address: it is better
     *     not to start
     */
    void sayWhetherMailIsSent(@Observes StartupEvent started) {
        new Link(config.link());
        var known = addresses.known();
        if (config.server().isEmpty()) {
            LOG.warn("no mail server is named (REMINDERS_MAIL_SERVER): no hospital is written to");
        } else if (known.isEmpty()) {
            LOG.warn("no hospital has an address (REMINDERS_MAIL_ADDRESSES): none is written to");
        }
    }

    @Scheduled(
            every = "{reminders.every}",
            delayed = "{reminders.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> remind() {
        return over("planning", reminding.plan()).chain(() -> over("telling", reminding.tell()));
    }

    /** On its own: a mail server that answers slowly keeps nobody from being told. */
    @Scheduled(
            every = "{reminders.every}",
            delayed = "{reminders.delayed}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> write() {
        return over("sending", sending.send())
                .chain(() -> over("measuring", sending.oldest().invoke(oldest::set)));
    }

    /** What has failed is tried the next time. */
    private static Uni<Void> over(String what, Uni<?> work) {
        return work.replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "hospitals were not reminded: while=%s reason=%s",
                        what, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
