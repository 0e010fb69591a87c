package fr.genereferral.referral.wishes;

import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.WishCheck;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;

/** Says everything at once that is wrong with the family's wishes. */
@ApplicationScoped
class WishesCheck {
    private final BodySchema schema = BodySchema.of("NewWishes.v1");

    /** @throws Refused MALFORMED, or INVALID with every violation */
    FamilyWishes checked(byte[] body) {
        var read = schema.read(body);
        Refused.ifAny(WishCheck.violations(read, ""));
        return StrictJson.convert(read, FamilyWishes.class);
    }
}
