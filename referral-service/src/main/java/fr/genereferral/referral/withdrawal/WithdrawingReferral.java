package fr.genereferral.referral.withdrawal;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Stops a referral at once, or asks first: the directory where a hub may be accepting at this moment, the hub that has accepted. */
@ApplicationScoped
class WithdrawingReferral {
    private final Referrals referrals;
    private final Clock clock;

    WithdrawingReferral(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    Uni<StoredReferral> withdraw(UUID id, String reason, Access access) {
        return referrals.move(id, access, referral -> referral.withdraw(reason, access.by(), clock.instant()));
    }
}
