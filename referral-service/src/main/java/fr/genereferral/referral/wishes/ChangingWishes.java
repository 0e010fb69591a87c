package fr.genereferral.referral.wishes;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Takes what the family wants now in the place of what was said before. */
@ApplicationScoped
class ChangingWishes {
    private final Referrals referrals;
    private final Clock clock;

    ChangingWishes(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    /**
     * @param read the version that was decided from; null for whichever stands there
     * @return fails with STALE when another stands there, after everything else that could be refused
     */
    Uni<StoredReferral> change(UUID id, Long read, FamilyWishes said, Access access) {
        return referrals.change(id, access, referral -> {
            referral.demandSender(access.by());
            referral.demandAmendable(access.by());
            if (read != null && read != referral.version()) {
                throw Refused.because("STALE");
            }
            referral.wished(said, access.by(), clock.instant());
        });
    }
}
