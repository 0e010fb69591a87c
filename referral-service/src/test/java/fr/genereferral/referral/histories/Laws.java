package fr.genereferral.referral.histories;

import static fr.genereferral.referral.histories.Broken.unless;

import fr.genereferral.referral.AccessChange;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Holds a referral to its laws, step by step. */
final class Laws {
    private static final Set<ReferralStatus> HELD =
            EnumSet.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_CARE, ReferralStatus.CANCEL_REQUESTED);
    private static final Set<ReferralStatus> TURNED_AWAY =
            EnumSet.of(ReferralStatus.NOT_ELIGIBLE, ReferralStatus.DEFERRED);
    private static final Set<String> NO_NEWS_OF_THE_CHILD = Set.of("RULES", "TIME");

    private final Referral referral;
    private final MoveTable table;
    private final Replay replay = new Replay();
    private final Set<String> seeing = new HashSet<>();
    private ReferralStatus state = ReferralStatus.DRAFT;
    private long version;
    private Instant clockStartedAt;

    Laws(Referral referral, MoveTable table) {
        this.referral = referral;
        this.table = table;
        referral.takeAccessChanges();
    }

    /** @param changes and who was let in or out, since it was called last */
    void hold(List<Change> changes, List<AccessChange> access) {
        changes.forEach(change -> {
            unless(
                    state != ReferralStatus.MERGED || change.state() == ReferralStatus.DUPLICATE_REVIEW,
                    Law.MERGED_RESTS,
                    () -> change);
            unless(
                    change.state() == state || table.has(state, change.state()),
                    Law.MOVES_OF_THE_TABLE,
                    () -> state + " and then " + change);
            unless(isFrom(state, change), Law.MOVES_OF_THE_TABLE, () -> state + " and then " + change);
            state = change.state();
            unless(isWritten(change), Law.EVENT_FOR_EACH_CHANGE, () -> change);
            unless(!state.isEnd() || isExplained(change), Law.END_EXPLAINED, () -> change);
            replay.hear(change);
        });
        unless(state == referral.state(), Law.EVENT_FOR_EACH_CHANGE, () -> state + " became " + referral.state());
        replay.compare(referral);
        version = referral.version();
        unless(!TURNED_AWAY.contains(state) || !referral.verdicts().all().isEmpty(), Law.JUDGED, () -> state);
        holdOffers();
        holdClock();
        holdAccess(access);
    }

    /** Whoever reads the events alone finds each where the one before has left the referral. */
    private static boolean isFrom(ReferralStatus told, Change change) {
        return !(change.event() instanceof ReferralEvent.ReferralMoved moved) || moved.previousState() == told;
    }

    private static boolean isWritten(Change change) {
        var line = change.occasion();
        return line.what() != null
                && line.at() != null
                && line.by() != null
                && line.by().subject() != null;
    }

    /** As {@link Replay#clockMoved}. */
    void clockMoved(Instant to) {
        clockStartedAt = to;
        replay.clockMoved(to);
    }

    private static boolean isExplained(Change change) {
        return change.occasion().by().role() != null
                && change.event() instanceof ReferralEvent.ReferralClosed closed
                && closed.reason() != null;
    }

    private void holdOffers() {
        var open = count("OPEN");
        var accepted = count("ACCEPTED");
        unless(open + accepted <= 1, Law.ONE_OFFER, () -> referral.offers());
        unless(
                (state == ReferralStatus.OFFERED) == (open == 1),
                Law.ONE_OFFER,
                () -> state + " with " + referral.offers());
        unless(
                state.isEnd() || HELD.contains(state) == (accepted == 1),
                Law.ONE_OFFER,
                () -> state + " with " + referral.offers());
    }

    private long count(String offerState) {
        return referral.offers().all().stream()
                .filter(offer -> offer.state().equals(offerState))
                .count();
    }

    private void holdClock() {
        var started = referral.clockStartedAt();
        unless(
                clockStartedAt == null || started != null && !started.isAfter(clockStartedAt),
                Law.CLOCK,
                () -> clockStartedAt + " became " + started);
        clockStartedAt = started;
    }

    private void holdAccess(List<AccessChange> access) {
        access.forEach(change -> {
            if (change.granted()) {
                seeing.add(change.organisation());
            } else {
                seeing.remove(change.organisation());
            }
        });
        var expected = new HashSet<String>();
        if (!state.isEnd() || state == ReferralStatus.COMPLETED) {
            referral.offers().all().stream()
                    .filter(offer ->
                            offer.state().equals("OPEN") || offer.state().equals("ACCEPTED"))
                    .map(Offer::hub)
                    .map(Offer.Hub::id)
                    .forEach(expected::add);
        }
        // After the end the hub that has followed the child may have let go.
        var right = state.isEnd() ? expected.containsAll(seeing) : seeing.equals(expected);
        unless(right, Law.WHO_SEES_IT, () -> seeing + " see it, and not " + expected);
    }

    /** Somebody has tried something. */
    void tried(Runnable what) {
        try {
            what.run();
        } catch (Refused refused) {
            unless(unchanged(), Law.UNLISTED_IS_REFUSED, () -> refused + " has changed something");
        } catch (IllegalStateException failure) {
            throw new Broken(Law.NOTHING_FAILS, String.valueOf(failure));
        }
    }

    private boolean unchanged() {
        return referral.version() == version && referral.state() == state;
    }

    /** A neighbour has said something: that can always be taken. */
    void machine(Runnable what) {
        try {
            what.run();
        } catch (Refused | IllegalStateException failure) {
            throw new Broken(Law.NOTHING_FAILS, failure + " at " + state);
        }
    }

    /** The rules have just been heard, and nothing else. */
    void judged(Assessment heard) {
        var mayMove = !HELD.contains(state)
                && !(state == ReferralStatus.OFFERED && NO_NEWS_OF_THE_CHILD.contains(heard.cause()));
        unless(mayMove || unchanged(), Law.RULES_MOVE_NO_OFFER, () -> state + " after " + heard.cause());
    }

    void holdForSomebody(People people, Random chance, Instant now) {
        var by = People.ALL.get(chance.nextInt(People.ALL.size()));
        hold(people.attempts(by, now));
    }

    void holdForEverybody(People people, Instant now) {
        People.ALL.forEach(by -> hold(people.attempts(by, now)));
    }

    /** Each on a referral that stands where this one does; one on which something was refused does still. */
    private void hold(List<People.Attempt> attempts) {
        var copy = ReferralCopy.of(referral);
        for (var attempt : attempts) {
            if (!isRefused(attempt, copy)) {
                copy = ReferralCopy.of(referral);
            }
        }
    }

    private boolean isRefused(People.Attempt attempt, Referral copy) {
        var before = copy.version();
        try {
            attempt.what().accept(copy);
            unless(attempt.listed(), Law.UNLISTED_IS_REFUSED, () -> attempt + " is done at " + state);
            return false;
        } catch (Refused refused) {
            unless(!attempt.listed(), Law.LISTED_IS_DONE, () -> attempt + " at " + state + ": " + refused.code());
            unless(copy.version() == before && copy.state() == state, Law.UNLISTED_IS_REFUSED, () -> attempt);
            return true;
        } catch (IllegalStateException failure) {
            throw new Broken(Law.NOTHING_FAILS, attempt + " at " + state + ": " + failure);
        }
    }

    /** Everybody has heard everything, and nobody does anything. */
    void holdAtRest(HubDirectory directory) {
        var held = directory.held();
        var asked = referral.offers().all().stream()
                .filter(offer -> offer.state().equals("OPEN") || offer.state().equals("ACCEPTED"))
                .findFirst();
        if (state == ReferralStatus.MERGED) {
            unless(
                    held.isEmpty() && !directory.waitsForTheCoordinator(),
                    Law.NEIGHBOURS_AGREE,
                    () -> state + " and " + directory.state());
            return;
        }
        if (state.isEnd()) {
            unless(
                    !referral.isSent() || directory.state() == HubDirectory.State.CLOSED,
                    Law.NEIGHBOURS_AGREE,
                    () -> state + " and " + directory.state());
            return;
        }
        unless(
                held.map(offer -> offer.id + offer.state).equals(asked.map(offer -> offer.offerId() + offer.state())),
                Law.NEIGHBOURS_AGREE,
                () -> state + " and " + directory.state());
        unless(
                state == ReferralStatus.ESCALATED
                        || state == ReferralStatus.DUPLICATE_REVIEW
                        || !directory.waitsForTheCoordinator(),
                Law.NEIGHBOURS_AGREE,
                () -> state + " and " + directory.state());
        unless(!referral.stopping(), Law.NOTHING_WAITS_FOR_EVER, () -> "stopping at " + state);
        unless(!referral.joint().merging(), Law.NOTHING_WAITS_FOR_EVER, () -> "merging at " + state);
        unless(
                !referral.reconsidering() || HELD.contains(state),
                Law.NOTHING_WAITS_FOR_EVER,
                () -> "reconsidering at " + state);
        unless(
                state != ReferralStatus.ASSESSING && state != ReferralStatus.ROUTING,
                Law.NOTHING_WAITS_FOR_EVER,
                () -> state + " and " + directory.state());
        unless(
                state != ReferralStatus.ESCALATED || directory.state() == HubDirectory.State.ESCALATED,
                Law.NEIGHBOURS_AGREE,
                () -> state + " and " + directory.state());
    }
}
