package fr.genereferral.hubdirectory.expiry;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.OverdueOffers;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.PublicHolidays;
import fr.genereferral.hubdirectory.Succession;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Goes on without a hub that has kept silent, and reminds one before it comes to that. */
@ApplicationScoped
class ExpiringOffers {
    private static final Logger LOG = Logger.getLogger(ExpiringOffers.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A transaction: long enough to be set-based, short enough that an answer hardly waits for it. */
    private static final int AT_ONCE = 250;
    /** What is looked up at a time. */
    private static final int ROUND = 80 * AT_ONCE;

    private static final int REMINDERS_AT_ONCE = 2_000;

    private final OverdueOffers offers;
    private final PublicHolidays holidays;
    private final MeterRegistry meters;
    private final Clock clock;

    ExpiringOffers(OverdueOffers offers, PublicHolidays holidays, MeterRegistry meters, Clock clock) {
        this.offers = offers;
        this.holidays = holidays;
        this.meters = meters;
        this.clock = clock;
    }

    /** Everything that is overdue, a part of it at a time; again as long as there may be more and it gets less. */
    Uni<Integer> expireOverdue() {
        return offers.due(ROUND).chain(due -> inParts(due)
                .chain(expired -> due.size() < ROUND || expired == 0
                        ? Uni.createFrom().item(expired)
                        : expireOverdue().map(more -> expired + more)));
    }

    private Uni<Integer> inParts(List<UUID> due) {
        var all = Uni.createFrom().item(0);
        for (var from = 0; from < due.size(); from += AT_ONCE) {
            var part = due.subList(from, Math.min(due.size(), from + AT_ONCE));
            all = all.chain(before -> together(part).map(now -> before + now));
        }
        return all;
    }

    private Uni<Integer> together(List<UUID> part) {
        return offers.expire(part, this::expire).onFailure().recoverWithUni(failure -> oneByOne(part));
    }

    /** One that cannot be moved on must not keep the others waiting: it is counted, and tried again the next time. */
    private Uni<Integer> oneByOne(List<UUID> part) {
        var all = Uni.createFrom().item(0);
        for (var referral : part) {
            all = all.chain(before -> offers.expire(List.of(referral), this::expire)
                    .onFailure()
                    .recoverWithItem(failure -> failed(referral, failure))
                    .map(now -> before + now));
        }
        return all;
    }

    private int failed(UUID referral, Throwable why) {
        meters.counter("offers.overdue.failed").increment();
        LOG.errorf(
                "overdue and not expired: referralId=%s reason=%s",
                referral, why.getClass().getSimpleName());
        return 0;
    }

    /** The hard filters are asked again: the ranking may be days old. */
    private void expire(Placement placement, MatchRun run, int patience, Placements.Desk desk) {
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        var limits = new AnswerLimits(desk.directory().parametersOn(today), holidays);
        var terms = new Succession.Terms(limits, UuidCreator::getTimeOrderedEpoch);
        var request = placement.lastRouting().request();
        placement.expire(Succession.asOf(today, run, request, desk.directory(), terms), patience, desk.now());
    }

    /** Every reminder that is due, a part of them at a time. */
    Uni<Integer> remind() {
        return offers.remind(REMINDERS_AT_ONCE)
                .chain(noted ->
                        noted < REMINDERS_AT_ONCE ? Uni.createFrom().item(noted) : remind().map(more -> noted + more));
    }
}
