package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Refused.Violation;
import fr.genereferral.referral.dossier.BodySchema;
import fr.genereferral.referral.dossier.FactCheck;
import fr.genereferral.referral.dossier.IdentityCheck;
import fr.genereferral.referral.dossier.WishCheck;
import fr.genereferral.referral.web.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says everything at once that is wrong with a new referral; what is merely missing is not. */
@ApplicationScoped
class NewReferralCheck {
    private static final String MISSING = "FIELD_MISSING";

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
        return checked(StrictJson.parse(body));
    }

    /** @throws Refused INVALID with every violation */
    NewReferral checked(JsonNode parsed) {
        Refused.ifAny(schema.violations(parsed));
        Refused.ifAny(meaning(parsed));
        return NewReferral.from(parsed);
    }

    /** What makes it no referral at all, whatever may still be missing in it. */
    List<Violation> malformed(JsonNode draft) {
        return schema.violations(draft).stream()
                .filter(violation -> !violation.code().equals(MISSING))
                .toList();
    }

    /**
     * All that keeps a draft from being sent, at once: what is missing in it, and what is wrong with the rest.
     *
     * @param draft of which nothing is {@link #malformed}
     */
    List<Violation> obstacles(JsonNode draft) {
        var found = new ArrayList<>(schema.violations(draft));
        found.addAll(meaning(draft));
        return List.copyOf(found);
    }

    private List<Violation> meaning(JsonNode body) {
        var found = new ArrayList<Violation>();
        found.addAll(therapies.violations(body.path("therapiesSought")));
        found.addAll(WishCheck.violations(body.path("familyWishes"), "/familyWishes"));
        found.addAll(facts.violations(body.path("dossier").path("facts"), "/dossier/facts"));
        found.addAll(dossiers.violations(body.path("dossier")));
        found.addAll(identities.violations(body.path("identity")));
        return found;
    }
}
