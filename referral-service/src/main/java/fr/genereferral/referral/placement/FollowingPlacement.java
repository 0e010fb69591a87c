package fr.genereferral.referral.placement;

import fr.genereferral.referral.Placing;
import fr.genereferral.referral.Referrals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Moves each referral as its placement goes. */
@ApplicationScoped
class FollowingPlacement {
    private final Referrals referrals;
    private final Clock clock;

    FollowingPlacement(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    Uni<Void> follow(List<PlacementEvent> heard) {
        var ids = heard.stream().map(PlacementEvent::referralId).distinct().toList();
        return referrals.changeAll(
                ids,
                found -> heard.forEach(event -> {
                    var referral = found.get(event.referralId());
                    if (referral == null) {
                        throw new IllegalStateException("a placement of a referral that was never sent");
                    }
                    event.happenTo(new Placing(referral), clock.instant());
                }));
    }
}
