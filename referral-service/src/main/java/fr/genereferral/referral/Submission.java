package fr.genereferral.referral;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a hospital sends, checked.
 *
 * @param dossier the whole dossier, JSON
 * @param clinicalDossier the dossier as the other services may read it: without consent, clinician and text that no rule reads
 * @param trace of the patient; null without a national number
 * @param suspected whether the patient may be in another open referral
 * @param wishes of the family, where it goes
 * @param identity sealed field by field under the referral's own key
 */
public record Submission(
        UUID id,
        Reference reference,
        Therapies therapiesSought,
        String dossier,
        String clinicalDossier,
        RoutingFacts facts,
        SealedIdentity identity,
        PatientTrace trace,
        boolean suspected,
        FamilyWishes wishes) {

    /** Of a draft: what it says is kept elsewhere until it is sent. */
    public static Submission none(Referral draft) {
        return new Submission(
                draft.id(),
                new Reference(draft.reference()),
                draft.therapiesSought(),
                null,
                null,
                RoutingFacts.unknown(),
                new SealedIdentity(Map.of(), Set.of()),
                null,
                false,
                draft.wishes());
    }
}
