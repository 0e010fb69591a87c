package fr.genereferral.referral.identity;

import static fr.genereferral.referral.web.CodeCatalogue.Kind.IDENTITY_CORRECTION;

import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.IdentityCheck;
import fr.genereferral.referral.web.CodeCatalogue;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;

/** Says everything at once that is wrong with a corrected identity: it is held against what a new referral's is. */
@ApplicationScoped
class CorrectionCheck {
    private final BodySchema schema = BodySchema.of("IdentityCorrection.v1");
    private final IdentityCheck identities;
    private final CodeCatalogue codes;

    CorrectionCheck(IdentityCheck identities, CodeCatalogue codes) {
        this.identities = identities;
        this.codes = codes;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    CorrectedIdentity checked(byte[] body) {
        var read = schema.read(body);
        var found = new ArrayList<Violation>();
        found.addAll(codes.violations(IDENTITY_CORRECTION, read.path("reason").textValue(), "/reason"));
        found.addAll(identities.violations(read.path("identity")));
        Refused.ifAny(found);
        return StrictJson.convert(read, CorrectedIdentity.class);
    }
}
