package fr.genereferral.referral.documents;

import fr.genereferral.referral.Refused;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.CodeCatalogue.Kind;
import jakarta.enterprise.context.ApplicationScoped;

/** Says everything at once that is wrong with the body of a removal. */
@ApplicationScoped
class RemovalCheck {
    private final BodySchema schema = BodySchema.of("DocumentRemoval.v1");
    private final CodeCatalogue codes;

    RemovalCheck(CodeCatalogue codes) {
        this.codes = codes;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    String reason(byte[] body) {
        var reason = schema.read(body).path("reason").textValue();
        Refused.ifAny(codes.violations(Kind.DOCUMENT_REMOVAL, reason, "/reason"));
        return reason;
    }
}
