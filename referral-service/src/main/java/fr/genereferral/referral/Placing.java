package fr.genereferral.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What becomes of a referral while hubs are asked and answer, as hub-directory-service says. */
public final class Placing {
    /** Coded reason of a hub that has heard it from the family. */
    private static final String FAMILY = "FAMILY_PREFERENCE";

    /** Where a search has ended that hub-directory-service may not have heard the end of. */
    private static final Set<ReferralStatus> WAITING = EnumSet.of(
            ReferralStatus.ASSESSING,
            ReferralStatus.AWAITING_INFORMATION,
            ReferralStatus.DEFERRED,
            ReferralStatus.NOT_ELIGIBLE);

    private final Referral referral;

    public Placing(Referral referral) {
        this.referral = referral;
    }

    /**
     * A hub is asked; from now on it may read the dossier. One that had kept silent may say yes before
     * hub-directory-service has heard what became of a referral without a live offer. Where that has ended, the end counts:
     * hub-directory-service hears of it and frees the place. Where it waits for something else, the hub's yes counts, for it
     * is responsible by it already: what the newer verdict says is for it to weigh.
     */
    public void offerMade(Offer offer, Actor by, Instant at) {
        asked(offer, Occasion.of("OFFER_MADE", by, at));
        new Wishing(referral).asked(offer.hub(), by, at);
    }

    /**
     * The coordinator has named the hub that is asked. New facts may have led this referral elsewhere meanwhile: then the
     * search for that hub is to end, as hub-directory-service hears, and only a yes that is quicker counts.
     *
     * @param reason coded, why this hub
     */
    public void offerAssigned(Offer offer, String reason, Actor by, Instant at) {
        asked(offer, Occasion.of("OFFER_ASSIGNED", by, at).because(reason));
    }

    private void asked(Offer offer, Occasion occasion) {
        if (referral.state().isEnd()) {
            return;
        }
        var elsewhere = isElsewhere() && referral.offerWaitingForFacts().isEmpty();
        referral.keep(referral.offers().with(offer));
        referral.keep(referral.care().again());
        referral.comingUp(NextStep.to(ReferralStatus.OFFERED));
        referral.notes().letIn(offer.hub().id(), occasion.at());
        referral.moveTo(ReferralStatus.OFFERED, occasion.with(offer.hub()));
        if (elsewhere) {
            // That this search shall end was said before it was heard of.
            // Not where a hub waits for facts: it ended itself.
            referral.reconsidering(true);
        }
    }

    /** It waits for something that no hub says. */
    private boolean isElsewhere() {
        return WAITING.contains(referral.state())
                || referral.state() == ReferralStatus.DUPLICATE_REVIEW && referral.otherwise() == null;
    }

    /**
     * The coordinator lets the search begin anew: it is asked for as this referral stands today, by the latest verdict, whatever
     * has caused that. Nothing happens when it waits for the coordinator no longer, or has begun another search.
     *
     * @param routing the search that has come to nothing; an earlier one than the last where a hub was quicker than that
     * @param reason coded, why it begins anew
     */
    public void searchReopened(int routing, String reason, Actor by, Instant at) {
        if (referral.otherwise() == ReferralStatus.ESCALATED && routing <= referral.routing()) {
            // It waits to live on in another one: should it not, the coordinator has begun the search anew.
            referral.otherwise(null);
            return;
        }
        if (referral.state() != ReferralStatus.ESCALATED || routing > referral.routing()) {
            return;
        }
        new Judging(referral).reopened(Occasion.of("SEARCH_REOPENED", by, at).because(reason));
    }

    /** The hub has opened the offer. */
    public void offerSeen(UUID offerId, Instant seenAt, Actor by, Instant at) {
        if (referral.state().isEnd() || isStrange(offerId)) {
            return;
        }
        referral.keep(referral.offers().change(offerId, o -> o.seen(seenAt)));
        referral.moveTo(referral.state(), Occasion.of("OFFER_SEEN", by, at).with(hubOf(offerId)));
    }

    /** A hub said yes, and no more. */
    public void offerAccepted(UUID offerId, Instant acceptedAt, Actor by, Instant at) {
        offerAccepted(offerId, acceptedAt, null, by, at);
    }

    /**
     * A hub said yes. If the hospital had asked to stop meanwhile, its wish is carried over for the hub to answer.
     *
     * @param terms what the yes comes with; null where that is nothing
     */
    public void offerAccepted(UUID offerId, Instant acceptedAt, AcceptanceTerms terms, Actor by, Instant at) {
        if (isStrange(offerId)) {
            return;
        }
        referral.keep(referral.offers().change(offerId, o -> o.accepted(acceptedAt, terms)));
        var hub = hubOf(offerId);
        referral.become(ReferralStatus.ACCEPTED);
        referral.keep(referral.joint().merging(false));
        // The hub was first: what the newer verdict says is for it to weigh. But that the search shall end is on
        // its way still, and would end the next one's should this hub give the child back before it is heard.
        referral.reconsidering(referral.stopping() || referral.reconsidering() && !referral.wishEndsSearch());
        referral.note(
                new ReferralEvent.ReferralAccepted(
                        referral.id(), referral.nextVersion(), hub.id(), offerId, acceptedAt),
                Occasion.of("OFFER_ACCEPTED", by, at)
                        .because(terms == null ? null : terms.toActUpon())
                        .with(hub));
        if (referral.stopping()) {
            new Stopping(referral).carryOver(by, at, hub);
        }
    }

    /** A hub said no. What follows is hub-directory-service's word: another hub, the coordinator, or the hospital. */
    public void offerDeclined(UUID offerId, Instant declinedAt, String reason, String follows, Actor by, Instant at) {
        if (isOver(offerId, at)) {
            return;
        }
        endOffer(offerId, "DECLINED", declinedAt, reason, at);
        remember(reason, offerId);
        var occasion = Occasion.of("OFFER_DECLINED", by, at).because(reason).with(hubOf(offerId));
        if (follows.equals("NEXT_HUB")) {
            referral.moveTo(ReferralStatus.ROUTING, occasion);
            return;
        }
        new Wishing(referral).searchEnded();
        if (follows.equals("HOSPITAL")) {
            referral.keep(referral.offers().insufficientOn(referral.dossierVersion()));
            endedWithoutHub(ReferralStatus.AWAITING_INFORMATION, occasion);
            return;
        }
        endedWithoutHub(ReferralStatus.ESCALATED, occasion);
    }

    /**
     * The live offer was taken back.
     *
     * @param another whether hub-directory-service goes on by itself: else this referral had asked for it
     */
    public void offerWithdrawn(UUID offerId, Instant withdrawnAt, boolean another, Actor by, Instant at) {
        offerReleased(offerId, withdrawnAt, new Release("OFFER_WITHDRAWN", null, another), by, at);
    }

    /** The live offer was taken back for a wish of the family: another search begins, whatever was heard in between. */
    public void offerUnwished(UUID offerId, Instant withdrawnAt, Actor by, Instant at) {
        if (isOver(offerId, at)) {
            return;
        }
        referral.reconsidering(true);
        offerWithdrawn(offerId, withdrawnAt, false, by, at);
    }

    /**
     * The live offer was taken back because this referral was to live on in another one. Where that was called off meanwhile, as by a
     * hub that was first and has given the child back since, nobody would ask another one: the search begins anew.
     */
    public void offerMerged(UUID offerId, Instant withdrawnAt, Actor by, Instant at) {
        if (isOver(offerId, at)) {
            return;
        }
        if (!referral.joint().merging()) {
            referral.reconsidering(true);
        }
        offerWithdrawn(offerId, withdrawnAt, false, by, at);
    }

    /**
     * How a hub comes to have a child no longer.
     *
     * @param what the timeline's word
     * @param reason why it gives the child back; null when it does not
     * @param another whether hub-directory-service goes on by itself
     */
    public record Release(String what, String reason, boolean another) {}

    /** An offer was taken back, or one that the hub had accepted holds no longer. */
    public void offerReleased(UUID offerId, Instant releasedAt, Release release, Actor by, Instant at) {
        if (isOver(offerId, at)) {
            return;
        }
        var accepted = referral.offers().isAccepted(offerId);
        endOffer(offerId, "WITHDRAWN", releasedAt, null, at);
        remember(release.reason(), offerId);
        var occasion =
                Occasion.of(release.what(), by, at).because(release.reason()).with(hubOf(offerId));
        if (accepted) {
            acceptanceEnded(referral.offers().named(offerId), release.another(), occasion);
            return;
        }
        if (release.another()) {
            // Who is asked next is said already: a search that this referral wants to end ends with that.
            referral.moveTo(ReferralStatus.ROUTING, occasion);
            return;
        }
        endedWithoutHub(ReferralStatus.ROUTING, occasion);
    }

    /** C0 stays where it is: a child that is given back has waited since then. */
    private void acceptanceEnded(Offer released, boolean another, Occasion occasion) {
        if (new Stopping(referral).isWanted()) {
            new Stopping(referral).givenBack(another, occasion);
            return;
        }
        referral.moveTo(ReferralStatus.ROUTING, occasion);
        if (another) {
            new Judging(referral).searchGoesOn(released.therapy(), occasion.at());
            return;
        }
        // The hub directory believed that the hospital wants to stop, which it does no longer: the search begins anew
        // where what the rules have said since still leads to one.
        new Judging(referral).follow(Occasion.of("ASSESSED", Actor.RULES, occasion.at()));
    }

    /**
     * Nobody at the hub has answered in time; hub-directory-service goes on by itself. A search that this referral wants to
     * end ends with what is said next: with another offer, or that there is none.
     */
    public void offerExpired(UUID offerId, Instant expiredAt, Actor by, Instant at) {
        if (isOver(offerId, at)) {
            return;
        }
        endOffer(offerId, "EXPIRED", expiredAt, null, at);
        referral.moveTo(
                ReferralStatus.ROUTING, Occasion.of("OFFER_EXPIRED", by, at).with(hubOf(offerId)));
    }

    /**
     * No hub is asked any more: the coordinator acts.
     *
     * @param reason null when whoever could be asked has answered
     */
    public void noHubFound(String reason, Actor by, Instant at) {
        if (referral.state().isEnd() || isElsewhere()) {
            // That this search shall end was said before it was heard of.
            return;
        }
        new Wishing(referral).searchEnded();
        endedWithoutHub(
                ReferralStatus.ESCALATED, Occasion.of("NO_HUB_FOUND", by, at).because(reason));
    }

    /** A hub lets go at the instant at which the referral ends: the end counts, and that hub reads no more. */
    private boolean isOver(UUID offerId, Instant at) {
        if (isStrange(offerId)) {
            return true;
        }
        var over = referral.state().isEnd();
        if (over) {
            referral.notes().letOut(hubOf(offerId).id(), at);
        }
        return over;
    }

    /** It was made when this referral had ended, and has become two with another one since: hub-directory-service takes it back. */
    private boolean isStrange(UUID offerId) {
        return !referral.offers().include(offerId);
    }

    private void endOffer(UUID offerId, String offerState, Instant answeredAt, String reason, Instant at) {
        referral.keep(referral.offers().change(offerId, o -> o.answered(offerState, answeredAt, reason)));
        referral.notes().letOut(hubOf(offerId).id(), at);
    }

    private void remember(String reason, UUID offerId) {
        if (FAMILY.equals(reason)) {
            referral.familyDeclines(hubOf(offerId).id());
        }
    }

    private void endedWithoutHub(ReferralStatus otherwise, Occasion occasion) {
        if (referral.stopping()) {
            new Stopping(referral).close(occasion.by(), occasion.at());
            return;
        }
        if (referral.joint().merging()) {
            // The coordinator has found that it is of a child of another referral: it waits to live on there.
            var elsewhere = referral.reconsidering();
            referral.reconsidering(false);
            referral.moveTo(ReferralStatus.DUPLICATE_REVIEW, occasion);
            referral.otherwise(elsewhere || otherwise == ReferralStatus.ROUTING ? null : otherwise);
            return;
        }
        if (referral.reconsidering()) {
            new Judging(referral).follow(occasion);
            return;
        }
        referral.moveTo(otherwise, occasion);
    }

    private Offer.Hub hubOf(UUID offerId) {
        return referral.offers().hubOf(offerId);
    }
}
