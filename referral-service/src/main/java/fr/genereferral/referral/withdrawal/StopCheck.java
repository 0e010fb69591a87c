package fr.genereferral.referral.withdrawal;

import static fr.genereferral.referral.web.CodeCatalogue.Kind.CANCELLATION_REFUSAL;
import static fr.genereferral.referral.web.CodeCatalogue.Kind.WITHDRAWAL;

import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.StrictJson;
import fr.genereferral.referral.withdrawal.CancellationAnswer.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says everything at once that is wrong with the body of a wish to stop, or of the answer to one. */
@ApplicationScoped
class StopCheck {
    private final BodySchema withdrawal = BodySchema.of("Withdrawal.v1");
    private final BodySchema answer = BodySchema.of("CancellationAnswer.v1");
    private final CodeCatalogue codes;

    StopCheck(CodeCatalogue codes) {
        this.codes = codes;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    String reason(byte[] body) {
        var reason = withdrawal.read(body).path("reason").textValue();
        Refused.ifAny(codes.violations(WITHDRAWAL, reason, "/reason"));
        return reason;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    CancellationAnswer answer(byte[] body) {
        var said = StrictJson.convert(answer.read(body), CancellationAnswer.class);
        Refused.ifAny(violations(said));
        return said;
    }

    private List<Violation> violations(CancellationAnswer said) {
        if (said.decision() == Decision.CONFIRMED) {
            return said.reason() == null ? List.of() : List.of(new Violation("/reason", "FIELD_UNKNOWN", null));
        }
        return said.reason() == null
                ? List.of(new Violation("/reason", "FIELD_MISSING", String.join(", ", codes.of(CANCELLATION_REFUSAL))))
                : codes.violations(CANCELLATION_REFUSAL, said.reason(), "/reason");
    }
}
