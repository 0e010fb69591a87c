package fr.genereferral.hubdirectory.answer;

import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.web.BodyCheck;

/** The small bodies of a hub's answer. Words beside a reason are written at referral-service, never here. */
final class Answers {
    private Answers() {}

    /** An acceptance says nothing: it has no field. */
    static void checkAcceptance(byte[] body) {
        BodyCheck.of(body).done();
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
