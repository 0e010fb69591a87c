package fr.genereferral.hubdirectory.keeping;

import fr.genereferral.hubdirectory.HandoverReason;
import fr.genereferral.hubdirectory.Keeper;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.Rpps;

/** What colleagues say of a file: codes, and a person by a number or a pseudonym. */
final class KeeperBodies {
    private KeeperBodies() {}

    /** Whoever claims or frees a file says nothing else: there is no field. */
    static void checkEmpty(byte[] body) {
        BodyCheck.of(body).done();
    }

    static KeepingFiles.Handover handover(byte[] body) {
        var check = BodyCheck.of(body);
        var to = keeper(check.part("to"));
        var reason = check.oneOf("reason", HandoverReason.class);
        check.done();
        return new KeepingFiles.Handover(to, reason);
    }

    /** One of two names, not both. */
    private static Keeper keeper(BodyCheck to) {
        var user = to.optionalText("user", Forms.USER, null);
        var rpps = Rpps.optional(to);
        if (user == null && rpps == null) {
            to.wrong("rpps", "FIELD_MISSING", null);
        }
        if (user != null && rpps != null) {
            to.wrong("user", "VALUE_NOT_ALLOWED", "rpps");
        }
        return user == null ? Keeper.professional(rpps) : Keeper.user(user);
    }
}
