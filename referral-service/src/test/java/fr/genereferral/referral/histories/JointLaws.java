package fr.genereferral.referral.histories;

import static fr.genereferral.referral.histories.Broken.unless;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.InMemoryReferrals;
import fr.genereferral.referral.Joint;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds referrals to what is laid down of those that may be of one child. */
final class JointLaws {
    private static final Map<Merge.Stage, Set<Merge.Stage>> FOLLOWING = Map.of(
            Merge.Stage.STOPPING, EnumSet.of(Merge.Stage.DONE, Merge.Stage.CALLED_OFF),
            Merge.Stage.DONE, EnumSet.of(Merge.Stage.UNDONE),
            Merge.Stage.UNDONE, Set.of(),
            Merge.Stage.CALLED_OFF, Set.of());

    private final List<Case> cases;
    private final InMemoryReferrals kept;
    private final Words words;
    private final Map<UUID, Merge.Stage> merges = new HashMap<>();
    /** C0 of each as it was sent. */
    private final Map<UUID, Instant> sent = new HashMap<>();

    private Standing held;

    JointLaws(List<Case> cases, InMemoryReferrals kept) {
        this.cases = cases;
        this.kept = kept;
        words = new Words(kept);
    }

    /** Somebody has decided about two. */
    void tried(Runnable what) {
        var before = standing();
        try {
            what.run();
        } catch (Refused refused) {
            unless(before.equals(standing()), Law.UNLISTED_IS_REFUSED, () -> refused + " has changed something");
        } catch (IllegalStateException failure) {
            throw new Broken(Law.NOTHING_FAILS, String.valueOf(failure));
        }
    }

    /** What changes with every change. */
    private Standing standing() {
        return new Standing(
                cases.stream().map(one -> one.referral().version()).toList(),
                cases.stream().map(one -> one.referral().joint()).toList(),
                kept.merges());
    }

    private record Standing(List<Long> versions, List<Joint> joints, List<Merge> merges) {}

    /** What has become of what was decided. */
    void decided() {
        for (var merge : kept.merges()) {
            var before = merges.put(merge.id(), merge.state());
            if (before != merge.state()) {
                unless(
                        before == null ? isBegun(merge) : FOLLOWING.get(before).contains(merge.state()),
                        Law.DECIDED_ONCE,
                        () -> before + " and then " + merge);
                follow(merge);
            }
        }
    }

    private static boolean isBegun(Merge merge) {
        return merge.state() == Merge.Stage.STOPPING || merge.state() == Merge.Stage.DONE;
    }

    private void follow(Merge merge) {
        switch (merge.state()) {
            case DONE -> words.joined(merge);
            case UNDONE -> words.parted(merge);
            case STOPPING, CALLED_OFF -> {}
        }
        cases.stream().filter(one -> one.id().equals(merge.survivor())).forEach(one -> one.clockMoved(clock(one)));
    }

    /** The earliest of all that are one. */
    private Instant clock(Case one) {
        return Stream.concat(Stream.of(one), livingIn(one))
                .map(each -> sent.get(each.id()))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private Stream<Case> livingIn(Case survivor) {
        return cases.stream()
                .filter(one -> one.state() == ReferralStatus.MERGED
                        && survivor.id().equals(one.referral().joint().supersededBy()));
    }

    /** Where nothing has happened there is nothing to look at. */
    void hold() {
        var now = standing();
        if (!now.equals(held)) {
            cases.stream().filter(one -> one.referral().isSent()).forEach(this::hold);
            held = now;
        }
    }

    private void hold(Case one) {
        var started = one.referral().clockStartedAt();
        sent.putIfAbsent(one.id(), started);
        unless(started.equals(clock(one)), Law.CLOCK, () -> started + " and not " + clock(one));
        holdTogether(one);
        holdFollowers(one);
        words.read(one.referral());
        if (one.state() == ReferralStatus.MERGED) {
            unless(one.hubsInCharge() == 0, Law.MERGED_RESTS, () -> one.referral()
                    .offers());
        }
        var hubs =
                one.hubsInCharge() + livingIn(one).mapToLong(Case::hubsInCharge).sum();
        unless(hubs <= 1, Law.ONE_HUB_FOR_A_CHILD, () -> hubs + " hubs at " + one.id());
    }

    /** Whoever looks for what a referral has become looks once; and what is noted of the two says the same. */
    private void holdTogether(Case one) {
        var survivor = one.referral().joint().supersededBy();
        var done = of(one, Merge.Stage.DONE);
        unless(
                (one.state() == ReferralStatus.MERGED) == (survivor != null)
                        && done.equals(survivor == null ? List.of() : List.of(survivor)),
                Law.LIVES_ON_IN_ONE,
                () -> one.state() + " in " + survivor + " by " + done);
        unless(
                survivor == null
                        || cases.stream()
                                .filter(other -> other.id().equals(survivor))
                                .allMatch(other -> other.state() != ReferralStatus.MERGED),
                Law.LIVES_ON_IN_ONE,
                () -> one.id() + " by way of " + survivor);
        unless(
                !one.referral().joint().merging()
                        || of(one, Merge.Stage.STOPPING).size() == 1,
                Law.DECIDED_ONCE,
                () -> one.state() + " waits for " + of(one, Merge.Stage.STOPPING));
    }

    /** In which others one has come to that stage. */
    private List<UUID> of(Case superseded, Merge.Stage stage) {
        return kept.merges().stream()
                .filter(merge -> merge.superseded().equals(superseded.id()) && merge.state() == stage)
                .map(Merge::survivor)
                .toList();
    }

    /** Another hospital sees a referral while one of its own lives on in it, and no longer. */
    private void holdFollowers(Case one) {
        var expected = livingIn(one)
                .map(other -> other.sender().organisation())
                .filter(hospital -> !hospital.equals(one.sender().organisation()))
                .collect(Collectors.toSet());
        var following = one.followers().stream().map(Actor::organisation).collect(Collectors.toSet());
        unless(following.equals(expected), Law.WHO_SEES_IT, () -> following + " follow it, and not " + expected);
    }
}
