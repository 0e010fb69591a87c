package fr.genereferral.hubdirectory.placement;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.OfferQuestion;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.RoutingRequest;
import fr.genereferral.hubdirectory.Successions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ranks the hubs for each routing that is asked for and asks the first; stops and closes on request. */
@ApplicationScoped
class PlacingReferrals {
    private final Placements placements;
    private final Successions successions;

    PlacingReferrals(Placements placements, Successions successions) {
        this.placements = placements;
        this.successions = successions;
    }

    Uni<Void> place(List<? extends ReferralEvent> all) {
        var heard = all.stream().filter(ReferralEvent::concernsPlacement).toList();
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var referrals = heard.stream().map(ReferralEvent::referralId).distinct().toList();
        return placements.changeAll(referrals, (found, desk) -> {
            var round = new Round(found, desk, successions);
            heard.forEach(event -> event.applyTo(round));
        });
    }

    /** One batch of events and the placements that they concern. */
    record Round(Map<UUID, Placement> placements, Placements.Desk desk, Successions successions) {

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
            var occasion = new MatchRun.Occasion(UuidCreator.getTimeOrderedEpoch(), successions.today(), now());
            var run = MatchRun.of(request, desk.directory(), placement.refusals(), occasion);
            placement.route(request, successions.of(request, run, desk), now());
        }

        void question(UUID referral, OfferQuestion said) {
            placement(referral).questioned(said, successions.limits(desk), now());
        }
    }
}
