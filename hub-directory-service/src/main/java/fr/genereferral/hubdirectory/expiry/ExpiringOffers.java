package fr.genereferral.hubdirectory.expiry;

import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.OverdueOffers;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Successions;
import fr.genereferral.hubdirectory.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Goes on without a hub that has kept silent, and reminds one before it comes to that. */
@ApplicationScoped
class ExpiringOffers {
    private static final Logger LOG = Logger.getLogger(ExpiringOffers.class);

    private final OverdueOffers offers;
    private final Successions successions;
    private final MeterRegistry meters;
    private final SweepConfig config;
    private final Setbacks setbacks;

    ExpiringOffers(
            OverdueOffers offers, Successions successions, MeterRegistry meters, Clock clock, SweepConfig config) {
        this.offers = offers;
        this.successions = successions;
        this.meters = meters;
        this.config = config;
        this.setbacks = new Setbacks(clock, config.setback());
    }

    /**
     * Everything that is overdue, a part of it at a time; again as long as there may be more and it gets less. Fails when
     * the database does not answer: then it is over for this time, and nothing is known of any placement.
     */
    Uni<Integer> expireOverdue() {
        var all = new AtomicInteger();
        return Rounds.asLongAs(() -> limited(offers.due(config.lookedUp(), setbacks.current()))
                        .chain(due -> inParts(due)
                                .invoke(all::addAndGet)
                                .map(expired -> due.size() == config.lookedUp() && expired > 0)))
                .map(over -> all.get());
    }

    /** While the database writes one part, another is decided. */
    private Uni<Integer> inParts(List<UUID> due) {
        return Multi.createFrom()
                .iterable(parts(due))
                .onItem()
                .transformToUni(this::together)
                .merge(config.atATime())
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private List<List<UUID>> parts(List<UUID> due) {
        var parts = new ArrayList<List<UUID>>();
        for (var from = 0; from < due.size(); from += config.atOnce()) {
            parts.add(due.subList(from, Math.min(due.size(), from + config.atOnce())));
        }
        return parts;
    }

    private Uni<Integer> together(List<UUID> part) {
        return limited(offers.expire(part, this::expire))
                .map(this::told)
                .onFailure(failure -> !(failure instanceof TimeoutException))
                .recoverWithUni(failure -> apart(part, failure));
    }

    private int told(OverdueOffers.Part part) {
        part.failed().forEach(this::failed);
        return part.changed();
    }

    /** What the database refuses is looked for by halves: one of many costs a few transactions, and not one for each. */
    private Uni<Integer> apart(List<UUID> part, Throwable failure) {
        return limited(offers.databaseAnswers()).chain(answers -> {
            if (!answers) {
                return Uni.createFrom().failure(failure);
            }
            if (part.size() == 1) {
                failed(part.get(0), failure);
                return Uni.createFrom().item(0);
            }
            LOG.warnf("overdue and not expired together: placements=%d reason=%s", part.size(), named(failure));
            var half = part.size() / 2;
            return together(part.subList(0, half))
                    .chain(first -> together(part.subList(half, part.size())).map(second -> first + second));
        });
    }

    /** One that cannot be moved on must not keep the others waiting: it is counted, and tried again after a while. */
    private void failed(UUID referral, Throwable why) {
        setbacks.note(referral);
        meters.counter("offers.overdue.failed").increment();
        LOG.errorf("overdue and not expired: referralId=%s reason=%s", referral, named(why));
    }

    /** A database's message may quote a value. */
    private static String named(Throwable why) {
        return why.getClass().getSimpleName();
    }

    /** Nothing goes on after it on the thread of the timer: the sweep is over. */
    private <T> Uni<T> limited(Uni<T> work) {
        return work.ifNoItem().after(config.limit()).fail();
    }

    private void expire(Placement placement, MatchRun run, int patience, Placements.Desk desk) {
        placement.expire(successions.of(placement, run, desk), patience, desk.now());
    }

    /** Every reminder that is due, a part of them at a time. */
    Uni<Integer> remind() {
        var all = new AtomicInteger();
        return Rounds.asLongAs(() -> limited(offers.remind(config.reminders()))
                        .invoke(all::addAndGet)
                        .map(noted -> noted == config.reminders()))
                .map(over -> all.get());
    }

    /** For how many seconds the oldest overdue offer has been so. */
    Uni<Long> oldest() {
        return limited(offers.oldest());
    }
}
