package fr.genereferral.referral.histories;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.InMemoryIdentityKeys;
import fr.genereferral.referral.InMemoryPairs;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pairs;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.duplicate.Decisions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is known of pairs, and who decides about them: now, or by a list that was read before. */
final class Coordinator {
    private static final Access ACCESS = new Access(People.COORDINATOR, Rights.national(), "DECIDE_DUPLICATE", null);

    private static final int ALL = 20;
    /** What is called off is told, once a history. */
    private static final Logger TELLING = Logger.getLogger(Decisions.class.getPackageName());

    static {
        TELLING.setLevel(Level.OFF);
    }

    private final InMemoryReferrals kept;
    private final InMemoryPairs pairs;
    private final InMemoryIdentityKeys keys = new InMemoryIdentityKeys();
    private final Merges merges;
    private final Decisions decisions;
    private List<Pair> read = List.of();

    Coordinator(Parts parts, List<Case> cases, InMemoryReferrals kept, Clock clock) {
        this.kept = kept;
        cases.forEach(one -> keys.create(one.id()).await().indefinitely());
        pairs = new InMemoryPairs(kept);
        merges = parts.merges().over(kept, pairs, clock);
        decisions = new Decisions(kept, pairs, merges, keys, clock);
    }

    InMemoryPairs pairs() {
        return pairs;
    }

    InMemoryIdentityKeys keys() {
        return keys;
    }

    void merge(UUID one, UUID other, boolean notTwins) {
        var merge = decisions.merge(one, other, notTwins, ACCESS);
        if (merge.state() == Merge.Stage.DONE) {
            Broken.unless(again(other, one).equals(merge), Law.DECIDED_ONCE, () -> merge + " is answered otherwise");
        }
    }

    /** Whoever has not heard the answer. */
    private Merge again(UUID one, UUID other) {
        try {
            return decisions.merge(one, other, true, ACCESS);
        } catch (Refused refused) {
            throw new Broken(Law.DECIDED_ONCE, "done and then " + refused);
        }
    }

    void undo(UUID superseded) {
        decisions.undo(superseded, ACCESS);
    }

    void ruleOut(UUID one, UUID other) {
        decisions.ruleOut(one, other, ACCESS);
    }

    void ruleOut(UUID one) {
        decisions.ruleOut(one, ACCESS);
    }

    void goOn() {
        decisions.goOn();
    }

    /** Whether something was decided that is neither done nor called off. */
    boolean isWaiting() {
        return kept.merges().stream().anyMatch(merge -> merge.state() == Merge.Stage.STOPPING);
    }

    /** What waits, and waits for nobody's word any more. */
    List<Merge> stopped() {
        return merges.stopped(ALL).await().indefinitely();
    }

    /** Pairs that wait, or that were decided about. */
    List<Pair> list(boolean settled) {
        return pairs.list(new Pairs.Query(settled, null, ALL))
                .await()
                .indefinitely()
                .pairs();
    }

    /** Somebody reads a list, and decides later. */
    void read(boolean settled) {
        read = list(settled);
    }

    List<Pair> whatWasRead() {
        return read;
    }

    void mergeAsRead(Pair pair) {
        decisions.mergeAsRead(pair, ACCESS);
    }

    void ruleOutAsRead(Pair pair) {
        decisions.ruleOutAsRead(pair, ACCESS);
    }
}
