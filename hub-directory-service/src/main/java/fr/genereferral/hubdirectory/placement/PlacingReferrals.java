package fr.genereferral.hubdirectory.placement;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.PublicHolidays;
import fr.genereferral.hubdirectory.RoutingRequest;
import fr.genereferral.hubdirectory.Succession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ranks the hubs for each routing that is asked for and asks the first; stops and closes on request. */
@ApplicationScoped
class PlacingReferrals {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Placements placements;
    private final PublicHolidays holidays;
    private final Clock clock;

    PlacingReferrals(Placements placements, PublicHolidays holidays, Clock clock) {
        this.placements = placements;
        this.holidays = holidays;
        this.clock = clock;
    }

    Uni<Void> place(List<? extends ReferralEvent> all) {
        var heard = all.stream().filter(ReferralEvent::concernsPlacement).toList();
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var referrals = heard.stream().map(ReferralEvent::referralId).distinct().toList();
        var today = LocalDate.ofInstant(clock.instant(), PARIS);
        return placements.changeAll(referrals, (found, desk) -> {
            var round = new Round(found, desk, today, holidays);
            heard.forEach(event -> event.applyTo(round));
        });
    }

    /** One batch of events and the placements that they concern. */
    record Round(Map<UUID, Placement> placements, Placements.Desk desk, LocalDate today, PublicHolidays holidays) {

        Placement placement(UUID referral) {
            return placements.get(referral);
        }

        Instant now() {
            return desk.now();
        }

        void route(RoutingRequest request) {
            var placement = placement(request.referralId());
            if (!placement.awaits(request.number())) {
                return;
            }
            var occasion = new MatchRun.Occasion(UuidCreator.getTimeOrderedEpoch(), today, now());
            var run = MatchRun.of(request, desk.directory(), placement.refusals(), occasion);
            var limits = new AnswerLimits(desk.directory().parametersOn(today), holidays);
            var terms = new Succession.Terms(limits, UuidCreator::getTimeOrderedEpoch);
            placement.route(request, Succession.asOf(today, run, request, desk.directory(), terms), now());
        }
    }
}
