package fr.genereferral.referral.search;

import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.CheckDigits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a hospital may look for: one of a name with a day of birth, a national number, a file number. */
@ApplicationScoped
class SearchCheck {
    private final BodySchema schema = BodySchema.of("PatientSearch.v1");

    /** @throws Refused MALFORMED, or INVALID with every violation: a slip in a number would find nobody without a word */
    Sought checked(byte[] body) {
        var asked = schema.read(body);
        var ins = asked.path("ins");
        if (ins.isTextual() && !CheckDigits.areRightInIns(ins.textValue())) {
            throw Refused.invalid(List.of(new Violation("/ins", "WRONG_CHECK_DIGIT", null)));
        }
        return Sought.of(asked);
    }
}
