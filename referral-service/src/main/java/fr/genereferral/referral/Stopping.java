package fr.genereferral.referral;

import java.time.Instant;
import java.util.Set;

/** How a hospital's wish to stop ends a referral; once a hub has taken responsibility it is for that one to answer. */
final class Stopping {
    /** Nobody has to answer: what should never have been there goes at once, as long as no care has begun. */
    private static final String IN_ERROR = ReferralStatus.ENTERED_IN_ERROR.name();

    private static final String WITHOUT_CONSENT = "CONSENT_WITHDRAWN";

    /** What a hospital may still say while it waits for an answer: it decides what may be answered. */
    private static final Set<String> GRAVE = Set.of(WITHOUT_CONSENT, "DECEASED");

    private final Referral referral;

    Stopping(Referral referral) {
        this.referral = referral;
    }

    boolean withdraw(String reason, Actor by, Instant at) {
        referral.demandSender(by);
        if (!isPossible(reason)) {
            throw Refused.moveNotAllowed(referral.actionsOf(by.organisation()));
        }
        referral.stopFor(reason);
        var occasion = Occasion.of("WITHDRAWAL_REQUESTED", by, at).because(reason);
        if (isWaiting()) {
            referral.moveTo(referral.state(), occasion);
            return false;
        }
        if (referral.state() == ReferralStatus.ROUTING || referral.state() == ReferralStatus.OFFERED) {
            referral.stopping(true);
            referral.note(
                    new ReferralEvent.RoutingCancelled(
                            referral.id(), referral.nextVersion(), referral.routing(), "WITHDRAWN_BY_HOSPITAL"),
                    occasion);
            return false;
        }
        if (isHeld() && !isInError()) {
            referral.moveTo(ReferralStatus.CANCEL_REQUESTED, occasion);
            return false;
        }
        close(by, at);
        return true;
    }

    boolean isPossible() {
        return isWaiting() ? isLight() : isOpen();
    }

    boolean isPossible(String reason) {
        if (isWaiting()) {
            return isLight() && GRAVE.contains(reason);
        }
        return isOpen() && (!IN_ERROR.equals(reason) || referral.state().canBecome(ReferralStatus.ENTERED_IN_ERROR));
    }

    private boolean isOpen() {
        return !goesOnWithoutConsent() && (isHeld() || referral.state().canBecome(ReferralStatus.CANCELLED));
    }

    /** Whether somebody has still to say how the wish ends. */
    private boolean isWaiting() {
        return referral.stopping() || referral.state() == ReferralStatus.CANCEL_REQUESTED;
    }

    /** Whether a graver reason may take the place of the one that was given. */
    private boolean isLight() {
        return !isInError() && !GRAVE.contains(referral.withdrawalReason());
    }

    /** Whether the child may go to nobody else: its hospital wants to stop, or consent was taken back after it was treated. */
    boolean isWanted() {
        return referral.state() == ReferralStatus.CANCEL_REQUESTED || goesOnWithoutConsent();
    }

    /** What was given cannot be taken back: nothing is left but to say how it ends. */
    private boolean goesOnWithoutConsent() {
        return isWithoutConsent() && !isWaiting() && !referral.state().isEnd();
    }

    private boolean isHeld() {
        return referral.state().canBecome(ReferralStatus.CANCEL_REQUESTED);
    }

    private boolean isInError() {
        return IN_ERROR.equals(referral.withdrawalReason());
    }

    /** A hub was first: the wish is carried over for it to answer. */
    void carryOver(Actor by, Instant at, Offer.Hub hub) {
        referral.stopping(false);
        if (isInError()) {
            close(by, at);
            return;
        }
        var occasion = Occasion.of("OFFER_ACCEPTED_WHILE_STOPPING", by, at).because(referral.withdrawalReason());
        referral.moveTo(ReferralStatus.CANCEL_REQUESTED, occasion.with(hub));
    }

    /** Whether the family has taken its consent back. */
    boolean isWithoutConsent() {
        return WITHOUT_CONSENT.equals(referral.withdrawalReason());
    }

    /** The hub does not stop: all is as it was before, but a consent that was taken back stays so. */
    void refuse(String reason, Actor by, Instant at, Offer.Hub hub) {
        if (!isWithoutConsent()) {
            referral.stopFor(null);
        }
        referral.moveTo(
                referral.care().hasBegun() ? ReferralStatus.IN_CARE : ReferralStatus.ACCEPTED,
                Occasion.of("CANCELLATION_REFUSED", by, at).because(reason).with(hub));
    }

    /**
     * The hub that had to answer, or has answered that the child was treated, has the child no longer.
     *
     * @param another whether the next one is being asked, because the hub directory had not heard of the wish: then that is
     *     stopped as any search is
     */
    void givenBack(boolean another, Occasion occasion) {
        if (!another) {
            referral.moveTo(ReferralStatus.CANCEL_REQUESTED, occasion);
            close(occasion.by(), occasion.at());
            return;
        }
        referral.moveTo(ReferralStatus.ROUTING, occasion);
        referral.stopping(true);
        var again = Occasion.of("WITHDRAWAL_REQUESTED", occasion.by(), occasion.at());
        referral.note(
                new ReferralEvent.RoutingCancelled(
                        referral.id(), referral.nextVersion(), referral.routing(), "WITHDRAWN_BY_HOSPITAL"),
                again.because(referral.withdrawalReason()));
    }

    /** Whoever had taken responsibility has it no longer, and reads the dossier no more; what happened stays written. */
    void close(Actor by, Instant at) {
        referral.become(isInError() ? ReferralStatus.ENTERED_IN_ERROR : ReferralStatus.CANCELLED);
        referral.stopping(false);
        referral.offers().accepted().ifPresent(offer -> referral.notes()
                .letOut(offer.hub().id(), at));
        var what = isInError() ? IN_ERROR : "WITHDRAWN";
        referral.note(
                new ReferralEvent.ReferralClosed(
                        referral.id(), referral.nextVersion(), referral.state(), referral.withdrawalReason(), null),
                Occasion.of(what, by, at).because(referral.withdrawalReason()));
    }
}
