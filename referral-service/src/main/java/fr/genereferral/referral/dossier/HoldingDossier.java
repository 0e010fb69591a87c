package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.FactKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the dossier that follows from all that was said: what counts, in the order in which it was said. */
final class HoldingDossier {
    private final Collection<Fact> facts;
    private final GoneReports gone;

    HoldingDossier(Collection<Fact> facts, GoneReports gone) {
        this.facts = facts;
        this.gone = gone;
    }

    /** @param first the dossier of the first day */
    ObjectNode after(ObjectNode first) {
        var whole = first.deepCopy();
        for (var kind : FactKind.values()) {
            var holding = contents(kind).iterator();
            if (holding.hasNext() || !whole.at(kind.list()).isMissingNode()) {
                fill(whole, kind, holding);
            }
        }
        return whole;
    }

    private static void fill(ObjectNode whole, FactKind kind, Iterator<ObjectNode> contents) {
        var parent = kind.list().startsWith("/genetics") ? whole.withObjectProperty("genetics") : whole;
        var list = parent.putArray(kind.field());
        contents.forEachRemaining(list::add);
    }

    private List<ObjectNode> contents(FactKind kind) {
        var contents = new ArrayList<ObjectNode>();
        var reports = inOrder(FactKind.REPORT).map(Said::statement).toList();
        if (kind == FactKind.VARIANT) {
            var named = new HashSet<String>();
            inOrder(kind)
                    .filter(said -> !said.fact().isRepeated(said.statement()))
                    .forEach(said -> contents.add(gone.citing(said.statement(), variant(said, named), reports)));
            return contents;
        }
        inOrder(kind).forEach(said -> {
            if (kind == FactKind.REPORT && said.fact().isPast(said.statement())) {
                // Sent again, signed by now: who cites the report cites what it has become.
                return;
            }
            if (!said.fact().isSetAside(said.statement()) && !said.fact().isRepeated(said.statement())) {
                contents.add(gone.citing(said.statement(), said.statement().content(), reports));
            }
        });
        return contents;
    }

    /**
     * One that was set aside was found all the same, and a phase may name it: only its class is not believed. One that is
     * sent again is no second one: in a dossier an id stands once.
     *
     * @param named what bears its id already
     */
    private static ObjectNode variant(Said said, Set<String> named) {
        var content = said.statement().content().deepCopy();
        if (said.fact().isSetAside(said.statement())) {
            content.remove(List.of("acmgClass", "classifiedOn"));
        }
        if (!named.add(said.fact().name() + " " + said.statement().id())) {
            content.remove("id");
        }
        return content;
    }

    private record Said(Fact fact, Statement statement) {}

    private Stream<Said> inOrder(FactKind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .flatMap(fact -> fact.statements().stream().map(statement -> new Said(fact, statement)))
                .sorted(Comparator.comparingInt(said -> said.statement().number()));
    }
}
