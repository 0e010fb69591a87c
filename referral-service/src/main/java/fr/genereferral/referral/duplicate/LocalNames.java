package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two hospitals give their reports and variants the same short names: what comes along is called otherwise where its name is
 * another one's, and named so by what cites it. A report that does not come along is cited no more: under its name the other
 * dossier has another one, or none.
 */
final class LocalNames {
    private static final int LONGEST = 16;

    private final List<Statement> known;
    private final Map<String, String> agreed;
    /** What comes along more than once bears one name. */
    private final Map<String, String> given = new HashMap<>();

    private final Map<String, String> reports = new HashMap<>();
    private final Set<String> taken;

    /**
     * @param there the dossier that something comes to
     * @param agreed how it calls what has come from there once, by {@link #key}
     */
    LocalNames(FactHistory there, Map<String, String> agreed) {
        this.known = there.facts().stream()
                .flatMap(fact -> fact.statements().stream())
                .toList();
        this.agreed = agreed;
        this.taken = known.stream().map(LocalNames::key).collect(Collectors.toSet());
    }

    static String key(Statement said) {
        return key(said.kind(), said.content().path("id").asText());
    }

    private static String key(FactKind kind, String id) {
        return kind + " " + id;
    }

    /** As it stands there; reports have to come before what cites them. */
    ObjectNode there(Statement said) {
        var content = said.content().deepCopy();
        if (content.has("report")) {
            cite(content, content.path("report").textValue());
        }
        if (content.has("id")) {
            var name = name(said, content);
            if (said.kind() == FactKind.REPORT) {
                reports.put(content.path("id").textValue(), name);
            }
            content.put("id", name);
        }
        return content;
    }

    private void cite(ObjectNode content, String report) {
        var name = reports.getOrDefault(report, agreed.get(key(FactKind.REPORT, report)));
        if (name == null) {
            content.remove("report");
        } else {
            content.put("report", name);
        }
    }

    private String name(Statement said, ObjectNode content) {
        var own = content.path("id").textValue();
        if (agreed.containsKey(key(said))) {
            return agreed.get(key(said));
        }
        return isKnown(said, content)
                ? own
                : saidBefore(said, content)
                        .orElseGet(() -> given.computeIfAbsent(thing(said), thing -> free(said.kind(), own)));
    }

    /** What the same hospital says there already in the same words bears its name there, whatever it is called here. */
    private Optional<String> saidBefore(Statement said, ObjectNode content) {
        var words = unnamed(content);
        return known.stream()
                .filter(one -> one.kind() == said.kind() && one.organisation().equals(said.organisation()))
                .filter(one -> unnamed(one.content()).equals(words))
                .map(one -> one.content().path("id").textValue())
                .findFirst();
    }

    private static ObjectNode unnamed(ObjectNode content) {
        return content.deepCopy().without("id");
    }

    private static String thing(Statement said) {
        return String.join(
                " ",
                key(said),
                said.content().path("gene").asText(),
                said.content().path("hgvs").asText());
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
        for (var n = 2; !taken.add(key(kind, name)); n++) {
            var end = "-" + n;
            name = wanted.substring(0, Math.min(wanted.length(), LONGEST - end.length())) + end;
        }
        return name;
    }
}
