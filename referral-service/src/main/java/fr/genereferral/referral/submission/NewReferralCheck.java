package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says everything at once that is wrong with a new referral; what is merely missing is not. */
@ApplicationScoped
class NewReferralCheck {
    private final BodySchema schema = BodySchema.of("NewReferral.v1");
    private final FactCheck facts;
    private final TherapyCheck therapies;
    private final DossierCheck dossiers;
    private final IdentityCheck identities;

    NewReferralCheck(FactCheck facts, TherapyCheck therapies, DossierCheck dossiers, IdentityCheck identities) {
        this.facts = facts;
        this.therapies = therapies;
        this.dossiers = dossiers;
        this.identities = identities;
    }

    /** @throws Refused MALFORMED, or INVALID with every violation */
    NewReferral checked(byte[] body) {
        var parsed = StrictJson.parse(body);
        Refused.ifAny(schema.violations(parsed));
        Refused.ifAny(meaning(parsed));
        return NewReferral.from(parsed);
    }

    private List<Violation> meaning(JsonNode body) {
        var found = new ArrayList<Violation>();
        found.addAll(therapies.violations(body.path("therapiesSought")));
        found.addAll(WishCheck.violations(body.path("familyWishes")));
        found.addAll(facts.violations(body.path("dossier").path("facts"), "/dossier/facts"));
        found.addAll(dossiers.violations(body.path("dossier")));
        found.addAll(identities.violations(body.path("identity")));
        return found;
    }
}
