package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.dossier.ClinicalDossier;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Routable;
import fr.genereferral.referral.dossier.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The facts of two dossiers of one child in one of them, each with who has said it and when. What contradicts each other stands
 * side by side, as if it had been said there. What a clinician had set aside does not come along: it stays readable where it was.
 * And the two of them again, each with its own.
 */
final class FactUnion implements Merges.Dossiers {
    private static final String JOINED = "JOINED";
    private static final String PARTED = "UNMERGED";

    @Override
    public Amendment union(DossierHistory survivor, int version, DossierHistory superseded, UUID merge) {
        var history = FactHistory.of(survivor);
        var entering = new Entering(history, new LocalNames(history, Map.of()), version, merge);
        Brought.of(superseded).forEach(said -> entering.say(said, speaker(superseded, said)));
        return amended(JOINED, history, entering.entries());
    }

    /** Of the first day only the hospital is kept with a fact. */
    private static Actor speaker(DossierHistory history, Statement said) {
        return history.entries().stream()
                .filter(entry -> entry.number() == said.number())
                .map(FactEntry::by)
                .findFirst()
                .orElseGet(() -> new Actor("referral-service", said.organisation(), "platform"));
    }

    @Override
    public Amendment without(DossierHistory survivor) {
        return amended(PARTED, FactHistory.of(survivor), List.of());
    }

    @Override
    public Amendment back(DossierHistory superseded, int version, DossierHistory joint, Merge merge) {
        var history = FactHistory.of(superseded);
        var brought = new Brought(superseded, joint, merge.id());
        var entering = new Entering(history, new LocalNames(history, brought.names()), version, null)
                .knowing(brought.numbers());
        var since = joint.saidSince(merge);
        since.stream()
                .filter(entry -> !entry.isSettlement())
                .sorted(Comparator.comparing(Statement::of, Brought.ORDER))
                .forEach(entry -> entering.say(Statement.of(entry), entry.by()));
        since.stream().filter(FactEntry::isSettlement).forEach(entering::settle);
        return amended(PARTED, history, entering.entries());
    }

    private static Amendment amended(String what, FactHistory history, List<FactEntry> entries) {
        var dossier = history.dossier();
        demandRoom(dossier);
        return new Amendment(what, dossier.toString(), ClinicalDossier.of(dossier), Routable.facts(dossier), entries);
    }

    private static void demandRoom(ObjectNode dossier) {
        for (var kind : FactKind.values()) {
            if (dossier.at(kind.list()).size() > kind.most()) {
                throw Refused.because("MERGE_TOO_LARGE");
            }
        }
    }
}
