package fr.genereferral.referral;

import java.time.Instant;
import java.util.UUID;

/** What becomes of a referral while hubs are asked and answer, as hub-directory-service says. */
public final class Placing {
    private final Referral referral;

    public Placing(Referral referral) {
        this.referral = referral;
    }

    /** A hub is asked; from now on it may read the dossier. */
    public void offerMade(Offer offer, Actor by, Instant at) {
        referral.keep(referral.offers().with(offer));
        referral.keep(referral.care().again());
        referral.notes().letIn(offer.hub().id(), at);
        referral.moveTo(
                ReferralStatus.OFFERED, Occasion.of("OFFER_MADE", by, at).with(offer.hub()));
    }

    /** The hub has opened the offer. */
    public void offerSeen(UUID offerId, Instant seenAt, Actor by, Instant at) {
        referral.keep(referral.offers().change(offerId, o -> o.seen(seenAt)));
        referral.moveTo(referral.state(), Occasion.of("OFFER_SEEN", by, at).with(hubOf(offerId)));
    }

    /** A hub said yes. If the hospital had asked to stop meanwhile, its wish is carried over for the hub to answer. */
    public void offerAccepted(UUID offerId, Instant acceptedAt, Actor by, Instant at) {
        referral.keep(referral.offers().change(offerId, o -> o.answered("ACCEPTED", acceptedAt, null)));
        var hub = hubOf(offerId);
        referral.become(ReferralStatus.ACCEPTED);
        // The hub was first: what the newer verdict says is for it to weigh.
        referral.reconsidering(false);
        referral.note(
                new ReferralEvent.ReferralAccepted(
                        referral.id(), referral.nextVersion(), hub.id(), offerId, acceptedAt),
                Occasion.of("OFFER_ACCEPTED", by, at).with(hub));
        if (referral.stopping()) {
            new Stopping(referral).carryOver(by, at, hub);
        }
    }

    /** A hub said no. What follows is hub-directory-service's word: another hub, the coordinator, or the hospital. */
    public void offerDeclined(UUID offerId, Instant declinedAt, String reason, String follows, Actor by, Instant at) {
        endOffer(offerId, "DECLINED", declinedAt, reason, at);
        var occasion = Occasion.of("OFFER_DECLINED", by, at).because(reason).with(hubOf(offerId));
        if (follows.equals("NEXT_HUB")) {
            referral.moveTo(ReferralStatus.ROUTING, occasion);
            return;
        }
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
        endOffer(offerId, "WITHDRAWN", withdrawnAt, null, at);
        var occasion = Occasion.of("OFFER_WITHDRAWN", by, at).with(hubOf(offerId));
        if (another) {
            // Who is asked next is said already: a search that this referral wants to end ends with that.
            referral.moveTo(ReferralStatus.ROUTING, occasion);
            return;
        }
        endedWithoutHub(ReferralStatus.ROUTING, occasion);
    }

    /** No hub is left to ask: the coordinator acts. */
    public void noHubFound(Actor by, Instant at) {
        endedWithoutHub(ReferralStatus.ESCALATED, Occasion.of("NO_HUB_FOUND", by, at));
    }

    private void endOffer(UUID offerId, String offerState, Instant answeredAt, String reason, Instant at) {
        referral.keep(referral.offers().change(offerId, o -> o.answered(offerState, answeredAt, reason)));
        referral.notes().letOut(hubOf(offerId).id(), at);
    }

    private void endedWithoutHub(ReferralStatus otherwise, Occasion occasion) {
        if (referral.stopping()) {
            new Stopping(referral).close(occasion.by(), occasion.at());
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
