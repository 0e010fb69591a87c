package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FamilyWishes;
import fr.genereferral.referral.IdentitySeal;
import fr.genereferral.referral.PatientMarks;
import fr.genereferral.referral.Reference;
import fr.genereferral.referral.RoutingFacts;
import fr.genereferral.referral.Submission;
import fr.genereferral.referral.Suspicion;
import fr.genereferral.referral.Therapies;
import fr.genereferral.referral.dossier.ClinicalDossier;
import fr.genereferral.referral.dossier.Routable;
import fr.genereferral.referral.dossier.StatedIdentity;
import fr.genereferral.referral.web.StrictJson;
import java.util.List;
import java.util.UUID;

/**
 * The body of POST /v1/referrals, already checked, and the command in one.
 *
 * @param therapiesSought in order of preference; absent or empty: every open one that needs a hub
 * @param familyWishes where the family would rather go, and where not; absent when it has said nothing
 * @param dossier Dossier.v1, JSON
 * @param identity the patient's identity; each field is sealed on its own
 */
public record NewReferral(
        List<String> therapiesSought, FamilyWishes familyWishes, ObjectNode dossier, ObjectNode identity) {
    /** @param checked whether it is a draft has been asked before */
    public static NewReferral from(JsonNode checked) {
        ((ObjectNode) checked).remove(DraftBody.MARK);
        return StrictJson.convert(checked, NewReferral.class);
    }

    Therapies therapies() {
        return new Therapies(therapiesSought == null ? List.of() : therapiesSought);
    }

    FamilyWishes wishes() {
        return familyWishes == null ? FamilyWishes.none() : familyWishes;
    }

    /** The dossier as the other services may read it. */
    public String clinicalDossier() {
        return ClinicalDossier.of(dossier);
    }

    /** As it is kept: sealed under the key of the referral that it becomes, and marked for its hospital. */
    Submission sealed(UUID id, Reference reference, Suspicion suspicion, IdentitySeal seal, PatientMarks marks) {
        return new Submission(
                id,
                reference,
                therapies(),
                dossier.toString(),
                clinicalDossier(),
                routingFacts(),
                stated().sealed(seal, marks),
                suspicion.trace(),
                suspicion.isThere(),
                wishes());
    }

    /** Who the patient is. */
    StatedIdentity stated() {
        return new StatedIdentity(identity, dossier);
    }

    RoutingFacts routingFacts() {
        return Routable.facts(dossier);
    }

    @Override
    public String toString() {
        return "NewReferral[redacted]";
    }
}
