package fr.genereferral.referral;

import java.time.Instant;

/** What becomes of a referral that its hospital sends: the rules judge it, or a person looks first whether it is another's. */
final class Sending {
    private final Referral referral;

    Sending(Referral referral) {
        this.referral = referral;
    }

    /** The first change that anybody else hears of: however long it was written, its event is number 1. */
    void send(Submission sent, Actor by, Instant at) {
        referral.demandDraft(by);
        referral.take(sent, at);
        referral.become(sent.suspected() ? ReferralStatus.DUPLICATE_REVIEW : ReferralStatus.ASSESSING);
        var event = new ReferralEvent.ReferralSubmitted(
                referral.id(),
                referral.nextVersion(),
                referral.organisation(),
                referral.state(),
                at,
                referral.dossierVersion(),
                sent.therapiesSought().ids(),
                new ReferralEvent.Json(sent.clinicalDossier()));
        referral.note(event, Occasion.of("SUBMITTED", by, at));
    }
}
