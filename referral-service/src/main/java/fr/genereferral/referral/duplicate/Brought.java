package fr.genereferral.referral.duplicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which statement of a joint dossier was which one of the dossier that it came from, found by what both say: names and numbers of
 * the one are not those of the other.
 */
final class Brought {
    /** The order in which a merge brings them: reports first, others name them. */
    static final Comparator<Statement> ORDER = Comparator.comparing((Statement said) -> said.kind() != FactKind.REPORT)
            .thenComparing(Statement::number);

    private final Map<String, String> names = new HashMap<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** What of a dossier comes along: what a clinician had set aside does not, nor what its hospital has said before in the same words. */
    static List<Statement> of(DossierHistory superseded) {
        var brought = new ArrayList<Statement>();
        FactHistory.of(superseded).facts().stream()
                .flatMap(fact ->
                        fact.statements().stream().filter(said -> fact.standing(said) != Fact.Standing.SET_ASIDE))
                .sorted(ORDER)
                .filter(said -> brought.stream().noneMatch(earlier -> isSame(earlier, said)))
                .forEach(brought::add);
        return brought;
    }

    private static boolean isSame(Statement one, Statement other) {
        return one.kind() == other.kind()
                && one.organisation().equals(other.organisation())
                && one.content().equals(other.content());
    }

    /** @param superseded the dossier that it came from, unchanged since */
    Brought(DossierHistory superseded, DossierHistory joint, UUID merge) {
        var left = new ArrayList<>(of(superseded));
        joint.entries().stream()
                .filter(entry -> merge.equals(entry.merge()))
                .map(Statement::of)
                .forEach(here -> left.stream()
                        .filter(there -> saysTheSame(here, there))
                        .findFirst()
                        .ifPresent(there -> {
                            left.remove(there);
                            names.put(
                                    LocalNames.key(here),
                                    there.content().path("id").asText());
                            numbers.put(here.number(), there.number());
                        }));
    }

    private static boolean saysTheSame(Statement here, Statement there) {
        return here.kind() == there.kind()
                && here.organisation().equals(there.organisation())
                && unnamed(here).equals(unnamed(there));
    }

    private static ObjectNode unnamed(Statement said) {
        return said.content().deepCopy().remove(List.of("id", "report"));
    }

    /** What a report or a variant of the joint dossier is called where it came from, by {@link LocalNames#key}. */
    Map<String, String> names() {
        return names;
    }

    /** Numbers of its statements there, by those in the joint dossier. */
    Map<Integer, Integer> numbers() {
        return numbers;
    }
}
