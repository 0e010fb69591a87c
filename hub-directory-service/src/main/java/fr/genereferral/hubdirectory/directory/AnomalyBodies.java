package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.AnomalyOutcome;
import fr.genereferral.hubdirectory.AnomalyReason;
import fr.genereferral.hubdirectory.DirectoryAnomaly;
import fr.genereferral.hubdirectory.HubField;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.Forms;
import fr.genereferral.hubdirectory.web.HubNumber;

/** What is said of an anomaly: codes alone, so that nobody can write of a patient. */
final class AnomalyBodies {
    private AnomalyBodies() {}

    static DirectoryAnomaly.Report report(byte[] body) {
        var check = BodyCheck.of(body);
        var report = new DirectoryAnomaly.Report(
                check.text("hub", HubNumber.FORM),
                check.optionalText("therapy", Forms.THERAPY, null),
                check.oneOf("reason", AnomalyReason.class),
                check.optionalOneOf("field", HubField.class));
        check.done();
        return report;
    }

    static AnomalyOutcome outcome(byte[] body) {
        var check = BodyCheck.of(body);
        var outcome = check.oneOf("outcome", AnomalyOutcome.class);
        check.done();
        return outcome;
    }
}
