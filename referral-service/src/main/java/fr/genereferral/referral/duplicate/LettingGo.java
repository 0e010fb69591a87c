package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Lookalikes;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Referrals;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Lets those go on who were held for somebody who, once who that is was put right, is another child. The pair is none any more: no
 * list would show the coordinator whom they wait for. What a person has to decide is decided by no machine: whoever waits in
 * another pair is held still.
 *
 * <p>They are looked for at each look, and not only after the comparison that frees them: an instance may be stopped in between.
 */
@ApplicationScoped
class LettingGo {
    private static final Logger LOG = Logger.getLogger(LettingGo.class);

    private final Lookalikes lookalikes;
    private final Pairs pairs;
    private final Referrals referrals;
    private final Clock clock;

    LettingGo(Lookalikes lookalikes, Pairs pairs, Referrals referrals, Clock clock) {
        this.lookalikes = lookalikes;
        this.pairs = pairs;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** One that cannot be let go now is looked for again, and keeps nobody else. */
    Uni<Void> letGo(Access platform) {
        return lookalikes
                .heldForThePast()
                .chain(held -> Multi.createFrom()
                        .iterable(held)
                        .onItem()
                        .transformToUniAndConcatenate(one -> letGoUnlessAPairWaits(one, platform))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private Uni<Void> letGoUnlessAPairWaits(UUID held, Access platform) {
        return pairs.of(held)
                .chain(known -> known.stream().anyMatch(Pair::waits)
                        ? Uni.createFrom().voidItem()
                        : referrals
                                .changeAny(held, platform, referral -> letGo(referral, platform))
                                .replaceWithVoid())
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "A referral is held for nobody and could not be let go: referralId=%s reason=%s",
                        held, failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private void letGo(Referral referral, Access platform) {
        if (referral.state() == ReferralStatus.DUPLICATE_REVIEW
                && !referral.joint().merging()) {
            referral.duplicateRuledOut(platform.by(), clock.instant());
        }
    }
}
