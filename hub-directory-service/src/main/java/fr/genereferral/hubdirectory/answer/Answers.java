package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.AcceptanceTerms;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.web.BodyCheck;

/** The small bodies of a hub's answer. Words beside a reason are written at referral-service, never here. */
final class Answers {
    private Answers() {}

    /** @return null where the yes comes with nothing */
    static AcceptanceTerms acceptance(byte[] body, TermsCheck terms) {
        var check = BodyCheck.of(body);
        var said = terms.read(check);
        check.done();
        return said;
    }

    static DeclineReason reason(byte[] body) {
        var check = BodyCheck.of(body);
        var reason = check.oneOf("reason", DeclineReason.class);
        check.done();
        return reason;
    }

    static GiveBackReason giveBackReason(byte[] body) {
        var check = BodyCheck.of(body);
        var reason = check.oneOf("reason", GiveBackReason.class);
        check.done();
        return reason;
    }
}
