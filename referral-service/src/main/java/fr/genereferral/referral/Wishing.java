package fr.genereferral.referral;

import java.time.Instant;

/**
 * What a change of the family's wishes does to a referral. It is a term of every search that begins from now on. A hub that is
 * being asked goes on being asked, unless the family does not go there any more: then that search ends, and another one begins
 * by the new wishes. A hub that has accepted is responsible; whether the family stays with it is said by stopping.
 */
final class Wishing {
    static final String CHANGED = "WISHES_CHANGED";
    private static final String UNWANTED = "HUB_DECLINED_BY_FAMILY";

    private final Referral referral;

    Wishing(Referral referral) {
        this.referral = referral;
    }

    /** Said again in the same words it is no change, and nobody hears of it. */
    void changed(FamilyWishes said, Actor by, Instant at) {
        referral.demandSender(by);
        referral.demandAmendable(by);
        var before = referral.wishes();
        var now = said.after(before);
        if (now.equals(before)) {
            return;
        }
        referral.keep(now);
        var occasion = Occasion.of(CHANGED, by, at);
        if (endsSearch(before, now)) {
            endSearch(occasion);
        } else {
            referral.moveTo(referral.state(), occasion);
        }
    }

    /**
     * A search that was to end for a wish has come to its end by itself, to the coordinator or to the hospital: there it stays. To
     * begin another one would go past a clinical no, or past the last silence, for a wish that says nothing of either.
     */
    void searchEnded() {
        if (referral.wishEndsSearch()) {
            referral.reconsidering(false);
        }
    }

    /**
     * A hub is asked that the family has declined since its ranking was made: hub-directory-service goes on by that. Not where
     * a person has named the hub: that was agreed.
     */
    void asked(Offer.Hub hub, Actor by, Instant at) {
        if (isAsking() && referral.wishes().declines(hub.id())) {
            endSearch(Occasion.of(UNWANTED, by, at).with(hub));
        }
    }

    private boolean endsSearch(FamilyWishes before, FamilyWishes now) {
        return isAsking()
                && now.declinedHubs().stream()
                        .filter(hub -> !before.declines(hub))
                        .anyMatch(hub -> referral.offers().isOpenTo(hub));
    }

    /** And nothing ends the search already: what follows it takes the wishes of then. */
    private boolean isAsking() {
        return referral.state() == ReferralStatus.OFFERED && !referral.stopping() && !referral.reconsidering();
    }

    /** A hub may be accepting at this very moment: hub-directory-service has to say first. */
    private void endSearch(Occasion occasion) {
        referral.reconsideringForAWish();
        referral.note(
                new ReferralEvent.RoutingCancelled(referral.id(), referral.nextVersion(), referral.routing(), CHANGED),
                occasion);
    }
}
