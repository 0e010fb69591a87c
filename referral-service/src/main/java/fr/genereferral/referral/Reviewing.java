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
        suspected(Occasion.of("DUPLICATE_SUSPECTED", by, at));
    }

    /** @return whether it is held now */
    boolean suspected(Occasion occasion) {
        var holds = referral.isSent()
                && referral.routing() == 0
                && referral.state().canBecome(ReferralStatus.DUPLICATE_REVIEW)
                && !referral.state().isEnd();
        if (holds) {
            if (referral.state() == ReferralStatus.ASSESSING) {
                // What was judged is of facts that have changed.
                referral.keep(Verdicts.none());
            }
            // Its hospital sees ASSESSING: no day belongs to that, and one would tell what it is.
            referral.comingUp(NextStep.to(ReferralStatus.ASSESSING));
            referral.moveTo(ReferralStatus.DUPLICATE_REVIEW, occasion);
        }
        return holds;
    }

    /**
     * The rules may have judged meanwhile: then nothing is lost by the review, and it is the rules that move the referral
     * on, for all to see. That there was a review is not for the hospital to know.
     */
    void ruledOut(Actor by, Instant at) {
        if (referral.state() != ReferralStatus.DUPLICATE_REVIEW) {
            throw Refused.moveNotAllowed(List.of());
        }
        if (referral.joint().merging()) {
            // Somebody has found that it is a duplicate: that is done, or called off, first.
            throw Refused.because("MERGE_HAS_TO_WAIT");
        }
        goOn(Occasion.of("DUPLICATE_RULED_OUT", by, at));
    }

    /**
     * It was to live on in another one, and does not. Where its search had ended for a reason of its own it goes where that had
     * led: a hub's no, or that there is none, is for the coordinator or the hospital, and no reason to ask hubs anew.
     */
    void calledOff(Actor by, Instant at) {
        var occasion = Occasion.of("MERGE_CALLED_OFF", by, at);
        var otherwise = referral.otherwise();
        referral.keep(referral.joint().merging(false));
        if (otherwise == ReferralStatus.ESCALATED
                || otherwise == ReferralStatus.AWAITING_INFORMATION
                        && referral.offerWaitingForFacts().isPresent()) {
            referral.moveTo(otherwise, occasion);
            return;
        }
        goOn(occasion);
    }

    private void goOn(Occasion occasion) {
        referral.moveTo(ReferralStatus.ASSESSING, occasion);
        if (!referral.verdicts().all().isEmpty()) {
            var judged = Occasion.of("ASSESSED", Actor.RULES, occasion.at());
            if (referral.routing() > 0) {
                // The coordinator may have let the search begin anew meanwhile:
                // hub-directory-service waits to hear of it.
                new Judging(referral).reopened(judged);
            } else {
                new Judging(referral).follow(judged);
            }
        } else if (referral.routing() > 0) {
            new Judging(referral).overtaken(occasion.at());
        }
    }
}
