package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;

/** What becomes of a referral that may be of a child who is being referred already. */
final class Reviewing {
    private final Referral referral;

    Reviewing(Referral referral) {
        this.referral = referral;
    }

    /**
     * A hub that is being asked, or has said yes, is not lost by a suspicion; nor is one that was asked before, for whoever has
     * kept silent may still say yes. What its hospital is still writing is sent by nobody else.
     */
    void suspected(Actor by, Instant at) {
        if (referral.isSent()
                && referral.routing() == 0
                && referral.state().canBecome(ReferralStatus.DUPLICATE_REVIEW)
                && !referral.state().isEnd()) {
            if (referral.state() == ReferralStatus.ASSESSING) {
                // What was judged is of facts that have changed.
                referral.keep(Verdicts.none());
            }
            referral.moveTo(ReferralStatus.DUPLICATE_REVIEW, Occasion.of("DUPLICATE_SUSPECTED", by, at));
        }
    }

    /**
     * The rules may have judged meanwhile: then nothing is lost by the review, and it is the rules that move the referral
     * on, for all to see. That there was a review is not for the hospital to know.
     */
    void ruledOut(Actor by, Instant at) {
        if (referral.state() != ReferralStatus.DUPLICATE_REVIEW) {
            throw Refused.moveNotAllowed(List.of());
        }
        referral.keep(referral.joint().merging(false));
        referral.moveTo(ReferralStatus.ASSESSING, Occasion.of("DUPLICATE_RULED_OUT", by, at));
        if (!referral.verdicts().all().isEmpty()) {
            new Judging(referral).follow(Occasion.of("ASSESSED", Actor.RULES, at));
        }
    }
}
