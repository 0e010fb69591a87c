package fr.genereferral.referral.facts;

import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.dossier.ClinicalDossier;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Routable;
import java.util.List;

/** The new version of a dossier that follows from its history. */
final class Amendments {
    private Amendments() {}

    static Amendment of(String what, FactHistory history, List<FactEntry> entries) {
        var dossier = history.dossier();
        return new Amendment(
                what, dossier.toString(), ClinicalDossier.of(dossier), Routable.facts(dossier), List.copyOf(entries));
    }
}
