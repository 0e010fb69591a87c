package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.Assignment;
import fr.genereferral.hubdirectory.AssignmentReason;
import fr.genereferral.hubdirectory.ReopeningReason;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.HubNumber;
import java.util.UUID;

/** What a coordinator says: codes alone, so that nobody can write of a patient. */
final class CoordinationBodies {
    private CoordinationBodies() {}

    /** What becomes of an assignment that waits. */
    enum Decision {
        CONFIRM,
        REFUSE
    }

    /** @param id of the assignment that it makes */
    static Assignment.Order order(byte[] body, UUID id) {
        var check = BodyCheck.of(body);
        var order = new Assignment.Order(
                id, check.text("hub", HubNumber.FORM), check.oneOf("reason", AssignmentReason.class));
        check.done();
        return order;
    }

    static Decision decision(byte[] body) {
        var check = BodyCheck.of(body);
        var decision = check.oneOf("decision", Decision.class);
        check.done();
        return decision;
    }

    static ReopeningReason reopening(byte[] body) {
        var check = BodyCheck.of(body);
        var reason = check.oneOf("reason", ReopeningReason.class);
        check.done();
        return reason;
    }
}
