package fr.genereferral.eligibility.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.eligibility.HeldDossier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** referral-service's event, only the fields we need: the whole dossier as it now holds. */
record DossierChanged(UUID referralId, int dossierVersion, List<String> therapiesSought, JsonNode dossier) {

    HeldDossier held(Instant at) {
        return new HeldDossier(referralId, dossierVersion, therapiesSought, dossier.toString(), at);
    }

    @Override
    public String toString() {
        return "DossierChanged[" + referralId + "]";
    }
}
