package fr.genereferral.referral;

import java.util.List;

/**
 * A new version of a dossier and what brought it, checked.
 *
 * @param what the timeline's word for it
 * @param dossier the whole dossier as it now holds, JSON
 * @param clinicalDossier the same as the other services may read it
 */
public record Amendment(
        String what, String dossier, String clinicalDossier, RoutingFacts facts, List<FactEntry> entries) {

    @Override
    public String toString() {
        return "Amendment[" + what + "]";
    }
}
