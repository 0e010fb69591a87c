package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The INS of a patient: sent only when the identity is qualified (RNIV), and without a slip. */
@ApplicationScoped
public class IdentityCheck {
    /** @param identity of the right form, that stands at {@code /identity} */
    public List<Violation> violations(JsonNode identity) {
        var found = new ArrayList<Violation>();
        var ins = identity.path("ins");
        if (ins.isMissingNode()) {
            return found;
        }
        if (identity.has("identityStatus")
                && !identity.path("identityStatus").asText().equals("QUAL")) {
            found.add(new Violation("/identity/ins", "INS_NEEDS_QUALIFIED_IDENTITY", "QUAL"));
        }
        if (ins.has("value") && !CheckDigits.areRightInIns(ins.path("value").textValue())) {
            found.add(new Violation("/identity/ins/value", "WRONG_CHECK_DIGIT", null));
        }
        return found;
    }
}
