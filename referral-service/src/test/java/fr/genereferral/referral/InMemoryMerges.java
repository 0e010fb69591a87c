package fr.genereferral.referral;

import fr.genereferral.referral.Pair.Conclusion;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Decisions about two referrals for tests that need no database: same promises, in the order in which the database's transactions
 * keep them.
 */
public class InMemoryMerges implements Merges {
    private final InMemoryReferrals referrals;
    private final InMemoryPairs pairs;
    private final Clock clock;

    public InMemoryMerges(InMemoryReferrals referrals, InMemoryPairs pairs, Clock clock) {
        this.referrals = referrals;
        this.pairs = pairs;
        this.clock = clock;
    }

    @Override
    public Uni<Merge> merge(Pair pair, String reason, Access access, Dossiers dossiers) {
        return Uni.createFrom().item(() -> mergeNow(pair, reason, access, dossiers));
    }

    private Merge mergeNow(Pair pair, String reason, Access access, Dossiers dossiers) {
        var one = referrals.sentOne(pair.one().id());
        var other = referrals.sentOne(pair.other().id());
        var merging = Merging.of(one, isJoined(one), other, isJoined(other));
        if (!pairs.isUnchanged(pair)) {
            throw Refused.moveNotAllowed(List.of());
        }
        var merge = new Merge(
                new UUID(7, referrals.merges().size() + 1L),
                merging.superseded().id(),
                merging.survivor().id(),
                Merge.Stage.STOPPING,
                reason,
                clock.instant(),
                access.by(),
                merging.superseded().organisation(),
                null,
                null,
                null);
        var union = union(merging, merge, dossiers);
        pairs.say(pair, word(Conclusion.SAME_CHILD, reason, access));
        if (merging.isAsked()) {
            merging.endSearch(access.by(), clock.instant());
            referrals.store(merge, merging.survivor(), merging.superseded());
            return merge;
        }
        return join(merging, merge, union, access);
    }

    private boolean isJoined(Referral referral) {
        return !referrals.livingIn(referral.id()).isEmpty();
    }

    /** The dossier of the one that lives on, with the facts of both. */
    protected Amendment union(Merging merging, Merge merge, Dossiers dossiers) {
        return dossiers.union(
                referrals.history(merging.survivor().id()),
                merging.survivor().dossierVersion() + 1,
                referrals.history(merging.superseded().id()),
                merge.id());
    }

    private Pair.Word word(Conclusion decision, String reason, Access access) {
        return new Pair.Word(
                decision,
                reason,
                clock.instant(),
                access.by().organisation(),
                access.by().role());
    }

    private Merge join(Merging merging, Merge merge, Amendment union, Access access) {
        var survivor = merging.survivor();
        var superseded = merging.superseded();
        var done = merge.done(survivor.clockStartedAt(), survivor.dossierVersion() + 1);
        var released = pairs.waitingBeside(survivor.id(), superseded.id()) == 0;
        merging.merge(union, released, merge.reason(), access.by(), clock.instant());
        referrals.store(done, survivor, superseded);
        return done;
    }

    @Override
    public Uni<Void> ruleOut(Pair pair, Access access) {
        return Uni.createFrom().item(() -> {
            if (!isWaiting(pair)) {
                throw Refused.moveNotAllowed(List.of());
            }
            pairs.say(pair, word(Conclusion.NOT_THE_SAME, null, access));
            release(pair.one().id(), access);
            release(pair.other().id(), access);
            return null;
        });
    }

    private boolean isWaiting(Pair pair) {
        return !referrals.sentOne(pair.one().id()).state().isEnd()
                && !referrals.sentOne(pair.other().id()).state().isEnd()
                && pairs.isUnchanged(pair);
    }

    /** Unless somebody else may be the same child. */
    private void release(UUID id, Access access) {
        var referral = referrals.sentOne(id);
        if (referral.state() == ReferralStatus.DUPLICATE_REVIEW
                && !referral.joint().merging()
                && pairs.ofNow(id).stream().noneMatch(Pair::waits)) {
            referral.duplicateRuledOut(access.by(), clock.instant());
            referrals.store(referral);
        }
    }

    @Override
    public Uni<Void> record(List<Pair> ruledOut, Access access) {
        return Uni.createFrom().item(() -> {
            ruledOut.stream()
                    .filter(this::isWaiting)
                    .forEach(pair -> pairs.say(pair, word(Conclusion.NOT_THE_SAME, null, access)));
            return null;
        });
    }

    @Override
    public Uni<List<Merge>> stopped(int most) {
        return Uni.createFrom().item(() -> referrals.merges().stream()
                .filter(this::isStopped)
                .limit(most)
                .toList());
    }

    private boolean isStopped(Merge merge) {
        return merge.state() == Merge.Stage.STOPPING && !merging(merge).isWaiting();
    }

    private Merging merging(Merge merge) {
        return new Merging(referrals.sentOne(merge.survivor()), referrals.sentOne(merge.superseded()));
    }

    @Override
    public Uni<Void> goOn(UUID id, Dossiers dossiers) {
        return Uni.createFrom().item(() -> {
            stopped(id).ifPresent(merge -> {
                var merging = merging(merge);
                if (merging.isReady()) {
                    join(merging, merge, union(merging, merge, dossiers), onBehalfOf(merge));
                } else {
                    callOff(merge);
                }
            });
            return null;
        });
    }

    private Optional<Merge> stopped(UUID id) {
        return referrals.merges().stream()
                .filter(merge -> merge.id().equals(id) && isStopped(merge))
                .findFirst();
    }

    private static Access onBehalfOf(Merge merge) {
        return new Access(merge.by(), Rights.platform(), "MERGE_DUPLICATE", null);
    }

    @Override
    public Uni<Void> callOff(UUID id) {
        return Uni.createFrom().item(() -> {
            stopped(id).ifPresent(this::callOff);
            return null;
        });
    }

    private void callOff(Merge merge) {
        var merging = merging(merge);
        merging.callOff(merge.by(), clock.instant());
        pairs.sayThen(merge.superseded(), merge.survivor(), word(Conclusion.CALLED_OFF, null, onBehalfOf(merge)));
        referrals.store(merge.calledOff(), merging.survivor(), merging.superseded());
    }

    @Override
    public Uni<Merge> undo(UUID superseded, String reason, Access access, Dossiers dossiers) {
        return Uni.createFrom().item(() -> {
            referrals.sentOne(superseded);
            var merge = doneNow(superseded).orElseThrow(() -> Refused.moveNotAllowed(List.of()));
            return part(merging(merge), merge, reason, access, dossiers);
        });
    }

    private Merge part(Merging merging, Merge merge, String reason, Access access, Dossiers dossiers) {
        merging.demandUndoable(merge);
        var survivor = merging.survivor();
        var superseded = merging.superseded();
        var undone = merge.undone(survivor.state().isEnd() ? null : survivor.dossierVersion() + 1);
        var back = back(merging, merge, dossiers);
        var without = dossiers.without(referrals.history(survivor.id()).after(List.of(undone)));
        merging.undo(
                remaining(merging, merge),
                without,
                back,
                new Occasion(merging.word("UNMERGED"), access.by(), clock.instant(), reason, null));
        pairs.sayThen(superseded.id(), survivor.id(), word(Conclusion.UNDONE, reason, access));
        referrals.store(undone, survivor, superseded);
        return undone;
    }

    /** The dossier of the one that had ended, with what its hospital has said since. */
    protected Amendment back(Merging merging, Merge merge, Dossiers dossiers) {
        return dossiers.back(
                referrals.history(merging.superseded().id()),
                merging.superseded().dossierVersion() + 1,
                referrals.history(merging.survivor().id()),
                merge);
    }

    private Remaining remaining(Merging merging, Merge merge) {
        var survivor = merging.survivor();
        return Remaining.of(
                survivor,
                merge,
                referrals.into(survivor.id()),
                referrals.livingIn(survivor.id()).stream()
                        .filter(one -> !one.id().equals(merge.superseded()))
                        .map(Referral::clockStartedAt)
                        .toList());
    }

    @Override
    public Uni<Optional<Merge>> done(UUID superseded) {
        return Uni.createFrom().item(() -> doneNow(superseded));
    }

    private Optional<Merge> doneNow(UUID superseded) {
        return referrals.merges().stream()
                .filter(merge -> merge.superseded().equals(superseded) && merge.state() == Merge.Stage.DONE)
                .findFirst();
    }
}
