package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Referrals;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Lets a referral go on that was held for one of another child. */
@ApplicationScoped
class RulingOutDuplicate {
    private final Referrals referrals;
    private final Clock clock;

    RulingOutDuplicate(Referrals referrals, Clock clock) {
        this.referrals = referrals;
        this.clock = clock;
    }

    Uni<StoredReferral> ruleOut(UUID id, Access access) {
        return referrals.changeAny(id, access, referral -> referral.duplicateRuledOut(access.by(), clock.instant()));
    }
}
