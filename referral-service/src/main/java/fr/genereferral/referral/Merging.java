package fr.genereferral.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Two referrals of one child become one, and two again where a person was wrong. No machine does either. */
public final class Merging {
    private static final String SAME_CHILD = "SAME_CHILD";

    /** A hub may be accepting at this very moment. */
    public static final Set<ReferralStatus> ASKING = Set.of(ReferralStatus.ROUTING, ReferralStatus.OFFERED);

    /** What the hospital of the one that lives on has ended, for its own child or both: the other may still be one of its own. */
    private static final Set<ReferralStatus> LEFT =
            EnumSet.of(ReferralStatus.CANCELLED, ReferralStatus.ENTERED_IN_ERROR);

    private final Referral survivor;
    private final Referral superseded;

    public Merging(Referral survivor, Referral superseded) {
        this.survivor = survivor;
        this.superseded = superseded;
    }

    /**
     * Which of the two lives on.
     *
     * @param holding whether others live on in the first, and in the second
     * @throws Refused when they cannot become one now
     */
    public static Merging of(Referral one, boolean oneHolds, Referral other, boolean otherHolds) {
        var chosen = Survivor.of(Survivor.Candidate.of(one, oneHolds), Survivor.Candidate.of(other, otherHolds));
        return chosen.equals(one.id()) ? new Merging(one, other) : new Merging(other, one);
    }

    public Referral survivor() {
        return survivor;
    }

    public Referral superseded() {
        return superseded;
    }

    /** Whether hub-directory-service has to say first that nobody has accepted the one that ends. */
    public boolean isAsked() {
        return ASKING.contains(superseded.state());
    }

    /**
     * Whether the one that ends waits for that word still. No more so where a hub was first: should that one give the child back,
     * the search that goes on is nobody's to end.
     */
    public boolean isWaiting() {
        return isAsked() && superseded.joint().merging();
    }

    /** The search for the one that ends is ended; its hospital hears that no hub is asked any more, and not why. */
    public void endSearch(Actor by, Instant at) {
        superseded.keep(superseded.joint().merging(true));
        superseded.note(
                new ReferralEvent.RoutingCancelled(
                        superseded.id(), superseded.nextVersion(), superseded.routing(), "MERGED"),
                Occasion.of("MERGE_PREPARED", by, at));
    }

    /** Whether the one that ends waits for that, once its search has ended; no more so when a hub was first or it was stopped. */
    public boolean isReady() {
        return superseded.state() == ReferralStatus.DUPLICATE_REVIEW
                && superseded.joint().merging()
                && mayLiveOn(survivor);
    }

    private static boolean mayLiveOn(Referral survivor) {
        return new Amending(survivor).isPossible() && !survivor.joint().merging();
    }

    /** They do not become one after all: what waited for that goes on. */
    public void callOff(Actor by, Instant at) {
        var held = superseded.joint().merging() && superseded.state() == ReferralStatus.DUPLICATE_REVIEW;
        superseded.keep(superseded.joint().merging(false));
        if (held) {
            new Reviewing(superseded).calledOff(by, at);
        }
    }

    /**
     * They are one. The earliest C0 counts: the child has waited since then.
     *
     * @param union the dossier of the one that lives on, with the facts of both
     * @param released whether that one was held for nobody else
     */
    public void merge(Amendment union, boolean released, String reason, Actor by, Instant at) {
        if (superseded.state() != ReferralStatus.DUPLICATE_REVIEW) {
            superseded.moveTo(ReferralStatus.DUPLICATE_REVIEW, Occasion.of("MERGE_PREPARED", by, at));
        }
        superseded.become(ReferralStatus.MERGED);
        superseded.keep(superseded.joint().in(survivor.id()));
        superseded.note(
                new ReferralEvent.ReferralClosed(
                        superseded.id(), superseded.nextVersion(), superseded.state(), SAME_CHILD, null),
                Occasion.of(word("MERGED"), by, at).because(reason));
        if (superseded.clockStartedAt().isBefore(survivor.clockStartedAt())) {
            survivor.startClock(superseded.clockStartedAt());
        }
        if (isForeign()) {
            survivor.keep(survivor.joint().with(superseded.organisation()));
        }
        if (released && survivor.state() == ReferralStatus.DUPLICATE_REVIEW) {
            survivor.keep(Verdicts.none());
            survivor.moveTo(ReferralStatus.ASSESSING, Occasion.of("DUPLICATE_RULED_OUT", by, at));
        }
        new Amending(survivor).take(union, Occasion.of(word("JOINED"), by, at).because(reason));
    }

    /** What the timeline calls it: where both are of one hospital no other one follows the child. */
    public String word(String what) {
        return isForeign() ? what : what + "_OWN";
    }

    /** Whether the two were sent by two hospitals. */
    public boolean isForeign() {
        return !superseded.organisation().equals(survivor.organisation());
    }

    /**
     * @param merge as it is once both are locked: somebody else may have undone it meanwhile, and merged one of them anew
     * @throws Refused when they cannot become two again: with the state that stands against it
     */
    public void demandUndoable(Merge merge) {
        if (superseded.state() != ReferralStatus.MERGED
                || merge.state() != Merge.Stage.DONE
                || !survivor.id().equals(superseded.joint().supersededBy())) {
            throw Refused.moveNotAllowed(List.of());
        }
        if (!isUndoable(survivor)) {
            throw Refused.because("MERGE_CANNOT_BE_UNDONE").inState(survivor.state());
        }
    }

    /** As {@link #isUndoable(ReferralStatus)}, and whether nothing else is under way with it now. */
    public static boolean isUndoable(Referral survivor) {
        return isUndoable(survivor.state()) && (survivor.state().isEnd() || mayLiveOn(survivor));
    }

    /**
     * Whether what lives on has not come so far that two children could not be told apart any more. Where its hospital has ended it,
     * nobody else is there for the other child.
     */
    public static boolean isUndoable(ReferralStatus survivor) {
        return LEFT.contains(survivor)
                || survivor != ReferralStatus.IN_CARE
                        && survivor != ReferralStatus.CANCEL_REQUESTED
                        && !survivor.isEnd();
    }

    /**
     * They are two again, each with what was said of it, and the rules judge both anew. C0 of the one goes back to where it was
     * without the other, whose was another child's. The other goes on where its verdict leads. One that has ended keeps its dossier
     * as it was then: nobody judges it any more.
     *
     * @param remaining what others leave to the one that lives on
     * @param without the dossier of the one that lives on, without the facts of the other
     * @param back the dossier of the other, with what its hospital has said since
     */
    public void undo(Remaining remaining, Amendment without, Amendment back, Occasion occasion) {
        superseded.moveTo(ReferralStatus.DUPLICATE_REVIEW, occasion);
        superseded.keep(superseded.joint().in(null));
        superseded.keep(Verdicts.none());
        superseded.become(ReferralStatus.ASSESSING);
        superseded.comingUp(NextStep.to(ReferralStatus.ASSESSING));
        new Amending(superseded).take(back, Occasion.of("DUPLICATE_RULED_OUT", occasion.by(), occasion.at()));
        survivor.startClock(remaining.clock());
        if (!remaining.followed()) {
            survivor.keep(survivor.joint().without(superseded.organisation()));
        }
        if (!survivor.state().isEnd()) {
            new Amending(survivor).take(without, occasion);
        }
    }
}
