package fr.genereferral.hubdirectory.answer;

import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;

/** What a representation needs beside the offer: the day, the reader's language, and where dossiers are read. */
record Surroundings(LocalDate today, String language, URI referralService) {

    String illustrativeNotice() {
        return language.equals("en")
                ? "Illustrative accreditation: it has not been checked on a list of the health authority."
                : "Accréditation donnée à titre d'illustration : elle n'a pas été vérifiée sur une liste de l'autorité"
                        + " de santé.";
    }

    URI dossierOf(UUID referral) {
        return referralService.resolve("/v1/referrals/" + referral);
    }
}
