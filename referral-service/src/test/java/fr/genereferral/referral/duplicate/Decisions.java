package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.IdentityKeys;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.Referrals;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;

/** What the coordinator decides about two, for tests that stand elsewhere and bring their own ports: at once, or refused. */
public final class Decisions {
    private static final String AGREED = "HOSPITALS_AGREE";
    private static final String TWINS = "TWINS";

    private final Merges merges;
    private final MergingReferrals merging;
    private final RulingOutDuplicate rulingOut;

    public Decisions(Referrals referrals, Pairs pairs, Merges merges, IdentityKeys keys, Clock clock) {
        this.merges = merges;
        merging = new MergingReferrals(pairs, merges, keys, referrals);
        rulingOut = new RulingOutDuplicate(referrals, pairs, merges, clock);
    }

    /** @param notTwins whether somebody has made sure that they are not twins */
    public Merge merge(UUID id, UUID other, boolean notTwins, Access access) {
        return now(merging.merge(id, new Finding(other, AGREED, notTwins), access));
    }

    /** By a pair as it was read before; somebody may have said something of the two since. */
    public Merge mergeAsRead(Pair pair, Access access) {
        return now(merges.merge(pair, AGREED, access, new FactUnion()));
    }

    /** As {@link #mergeAsRead}. */
    public void ruleOutAsRead(Pair pair, Access access) {
        now(merges.ruleOut(pair, access));
    }

    public Merge undo(UUID id, Access access) {
        return now(merging.undo(id, TWINS, access));
    }

    /** Of all for whom it was held. */
    public void ruleOut(UUID id, Access access) {
        now(rulingOut.ruleOut(id, access));
    }

    /** Of one other. */
    public void ruleOut(UUID id, UUID other, Access access) {
        now(rulingOut.ruleOut(id, other, access));
    }

    /** As the clock does, again and again. */
    public void goOn() {
        now(merging.goOn());
    }

    private static <T> T now(Uni<T> work) {
        return work.await().indefinitely();
    }
}
