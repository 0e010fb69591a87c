package fr.genereferral.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The facts of a referral as they were last sent, held so that they can be judged again when a day or a rule changes.
 *
 * @param document Dossier.v1, JSON
 * @param at when they were sent, by the sender's clock
 */
public record HeldDossier(UUID referralId, int version, List<String> therapiesSought, String document, Instant at) {
    @Override
    public String toString() {
        return "HeldDossier[" + referralId + " v" + version + "]";
    }
}
