package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reports that have left with the dossier of another child: whoever cited one before cites none, and no other of that name. */
final class GoneReports {
    /** Version of the dossier from which on a report is gone, by its id. */
    private final Map<String, Integer> gone = new HashMap<>();

    void left(FactEntry entry) {
        if (entry.kind() == FactKind.REPORT && !entry.isSettlement()) {
            gone.merge(Statement.of(entry).id(), entry.goneFrom(), Math::max);
        }
    }

    /** @param reports all that are there */
    ObjectNode citing(Statement said, ObjectNode content, List<Statement> reports) {
        var cited = content.path("report").asText();
        var from = gone.get(cited);
        if (from == null || said.dossierVersion() >= from || isThere(cited, from, reports)) {
            return content;
        }
        var without = content.deepCopy();
        without.remove("report");
        return without;
    }

    /** Under the same name since before it was gone: one of another hospital, or sent again by it. */
    private static boolean isThere(String id, int from, List<Statement> reports) {
        return reports.stream().anyMatch(report -> report.id().equals(id) && report.dossierVersion() < from);
    }
}
