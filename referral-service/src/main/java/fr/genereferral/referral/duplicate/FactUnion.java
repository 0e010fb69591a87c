package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.dossier.ClinicalDossier;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Routable;
import fr.genereferral.referral.dossier.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The facts of two dossiers of one child in one of them, each with who has said it and when. What contradicts each other stands
 * side by side, as if it had been said there. What a clinician had set aside does not come along: it stays readable where it was.
 */
final class FactUnion implements Merges.Dossiers {
    private static final String JOINED = "JOINED";
    private static final String PARTED = "UNMERGED";

    @Override
    public Amendment union(DossierHistory survivor, int version, DossierHistory superseded, UUID merge) {
        var history = FactHistory.of(survivor);
        var brought = FactHistory.of(superseded).facts().stream()
                .flatMap(fact -> fact.statements().stream()
                        .filter(said -> fact.standing(said) != Fact.Standing.SET_ASIDE)
                        .map(said -> new Said(said, speaker(superseded, said))))
                .toList();
        return amended(JOINED, history, add(history, brought, version, merge));
    }

    @Override
    public Amendment without(DossierHistory survivor) {
        return amended(PARTED, FactHistory.of(survivor), List.of());
    }

    @Override
    public Amendment back(DossierHistory superseded, int version, List<FactEntry> said) {
        var history = FactHistory.of(superseded);
        var brought = said.stream()
                .filter(entry -> !entry.isSettlement())
                .map(entry -> new Said(Statement.of(entry), entry.by()))
                .toList();
        return amended(PARTED, history, add(history, brought, version, null));
    }

    private record Said(Statement statement, Actor by) {}

    /** Of the first day only the hospital is kept with a fact. */
    private static Actor speaker(DossierHistory history, Statement said) {
        return history.entries().stream()
                .filter(entry -> entry.number() == said.number())
                .map(FactEntry::by)
                .findFirst()
                .orElseGet(() -> new Actor("referral-service", said.organisation(), "platform"));
    }

    /** Reports first: others name them. */
    private static List<FactEntry> add(FactHistory history, List<Said> brought, int version, UUID merge) {
        var names = new LocalNames(history);
        var entries = new ArrayList<FactEntry>();
        brought.stream()
                .sorted(Comparator.comparing((Said said) -> said.statement().kind() != FactKind.REPORT)
                        .thenComparing(said -> said.statement().number()))
                .forEach(said -> {
                    var content = names.here(said.statement());
                    var statement = said.statement().as(history.next(), content, version, merge);
                    if (!history.hasSaidItself(statement)) {
                        var entry = entry(statement, history.nameOf(statement), said.by());
                        history.enter(entry);
                        entries.add(entry);
                    }
                });
        return entries;
    }

    private static FactEntry entry(Statement said, String name, Actor by) {
        return new FactEntry(
                said.number(),
                said.dossierVersion(),
                said.kind(),
                name,
                said.content().toString(),
                null,
                List.of(),
                null,
                said.at(),
                by,
                null,
                said.merge(),
                null);
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

    /**
     * Two hospitals give their reports and variants the same short names: what comes along is called otherwise where its name is
     * another one's, and named so by what cites it.
     */
    private static final class LocalNames {
        private static final int LONGEST = 16;

        private final List<Statement> known;
        private final Map<String, String> reports = new HashMap<>();
        /** What comes along more than once bears one name. */
        private final Map<String, String> given = new HashMap<>();

        private final Set<String> taken;

        private LocalNames(FactHistory history) {
            known = history.facts().stream()
                    .flatMap(fact -> fact.statements().stream())
                    .toList();
            taken = known.stream().map(LocalNames::key).collect(Collectors.toSet());
        }

        private static String key(Statement said) {
            return said.kind() + " " + said.content().path("id").asText();
        }

        private static String thing(Statement said) {
            return String.join(
                    " ",
                    key(said),
                    said.content().path("gene").asText(),
                    said.content().path("hgvs").asText());
        }

        private ObjectNode here(Statement said) {
            var content = said.content().deepCopy();
            if (content.has("report")) {
                var cited = content.path("report").textValue();
                content.put("report", reports.getOrDefault(cited, cited));
            }
            if (content.has("id") && !isKnown(said, content)) {
                var name = given.computeIfAbsent(
                        thing(said),
                        thing -> free(said.kind(), content.path("id").textValue()));
                if (said.kind() == FactKind.REPORT) {
                    reports.put(content.path("id").textValue(), name);
                }
                content.put("id", name);
            }
            return content;
        }

        /** Word for word, or the same variant under the same name. */
        private boolean isKnown(Statement said, ObjectNode content) {
            return known.stream()
                    .filter(one -> key(one).equals(key(said)))
                    .anyMatch(one -> one.content().equals(content)
                            || said.kind() == FactKind.VARIANT
                                    && content.has("hgvs")
                                    && one.content().path("gene").equals(content.path("gene"))
                                    && one.content().path("hgvs").equals(content.path("hgvs")));
        }

        private String free(FactKind kind, String wanted) {
            var name = wanted;
            for (var n = 2; !taken.add(kind + " " + name); n++) {
                var end = "-" + n;
                name = wanted.substring(0, Math.min(wanted.length(), LONGEST - end.length())) + end;
            }
            return name;
        }
    }
}
