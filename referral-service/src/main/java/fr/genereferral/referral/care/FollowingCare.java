package fr.genereferral.referral.care;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Care;
import fr.genereferral.referral.InCharge;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Keeps when a child's care began and how it ended, as the hub in charge says. */
@ApplicationScoped
class FollowingCare {
    private final Referrals referrals;
    private final Clock clock;

    FollowingCare(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    Uni<StoredReferral> begin(UUID id, LocalDate on, Access access) {
        return referrals.move(
                id, access, referral -> new InCharge(referral).beginCare(on, access.by(), clock.instant()));
    }

    Uni<StoredReferral> report(UUID id, Care.Ending outcome, Access access) {
        return referrals.move(
                id, access, referral -> new InCharge(referral).reportOutcome(outcome, access.by(), clock.instant()));
    }
}
