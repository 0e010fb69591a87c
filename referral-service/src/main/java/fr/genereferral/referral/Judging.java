package fr.genereferral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where the rules' judgements lead a referral. */
final class Judging {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Referral referral;

    Judging(Referral referral) {
        this.referral = referral;
    }

    /** Outside ASSESSING the judgement is kept and moves nothing. */
    void assessed(Assessment heard, Actor by, Instant at) {
        referral.notes().heard(heard);
        if (referral.state() != ReferralStatus.ASSESSING) {
            return;
        }
        referral.keep(heard.verdicts());
        follow(Occasion.of("ASSESSED", by, at));
    }

    /** Goes where the verdicts lead. */
    void follow(Occasion occasion) {
        var step = referral.verdicts().nextStep(referral.therapiesSought());
        referral.comingUp(step);
        if (step.state() != ReferralStatus.ROUTING) {
            referral.moveTo(step.state(), occasion);
            return;
        }
        referral.route();
        var today = LocalDate.ofInstant(occasion.at(), PARIS);
        referral.note(step.request(referral, referral.nextVersion(), today), occasion);
    }
}
