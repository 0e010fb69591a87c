package fr.genereferral.referral;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** What new facts do to a referral: what waited for them is assessed again, a search for a hub goes on. */
final class Amending {
    private static final Set<ReferralStatus> WAITING =
            EnumSet.of(ReferralStatus.AWAITING_INFORMATION, ReferralStatus.DEFERRED, ReferralStatus.NOT_ELIGIBLE);
    private static final Set<ReferralStatus> OPEN = EnumSet.of(
            ReferralStatus.DUPLICATE_REVIEW,
            ReferralStatus.ASSESSING,
            ReferralStatus.AWAITING_INFORMATION,
            ReferralStatus.DEFERRED,
            ReferralStatus.NOT_ELIGIBLE,
            ReferralStatus.ROUTING,
            ReferralStatus.OFFERED,
            ReferralStatus.ESCALATED,
            ReferralStatus.ACCEPTED,
            ReferralStatus.IN_CARE);

    private final Referral referral;

    Amending(Referral referral) {
        this.referral = referral;
    }

    boolean isPossible() {
        return !referral.stopping() && OPEN.contains(referral.state());
    }

    void amended(Amendment amendment, Actor by, Instant at) {
        referral.demandAmendable(by);
        take(amendment, Occasion.of(amendment.what(), by, at));
    }

    /** As it was decided by somebody else than who says it. */
    void take(Amendment amendment, Occasion occasion) {
        if (WAITING.contains(referral.state())) {
            referral.become(ReferralStatus.ASSESSING);
            referral.comingUp(NextStep.to(ReferralStatus.ASSESSING));
        }
        if (referral.state() == ReferralStatus.DUPLICATE_REVIEW) {
            // What was judged is of facts that have changed.
            referral.keep(Verdicts.none());
        }
        referral.take(amendment);
        var event = new ReferralEvent.DossierChanged(
                referral.id(),
                referral.nextVersion(),
                referral.state(),
                occasion.at(),
                referral.dossierVersion(),
                referral.therapiesSought().ids(),
                new ReferralEvent.Json(amendment.clinicalDossier()));
        referral.note(event, occasion);
    }
}
