package fr.genereferral.referral.duplicate;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.dossier.Fact;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.dossier.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/** Enters into one dossier what was said in another one, with who has said it and when. */
final class Entering {
    private final FactHistory history;
    private final LocalNames names;
    private final int version;
    private final UUID merge;
    /** Of statements in this dossier, by those in the other one. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    private final List<FactEntry> entries = new ArrayList<>();

    /**
     * @param version that of the dossier with all of it
     * @param merge which brings it; null where a hospital's own words come back
     */
    Entering(FactHistory history, LocalNames names, int version, UUID merge) {
        this.history = history;
        this.names = names;
        this.version = version;
        this.merge = merge;
    }

    /** Knows these already. */
    Entering knowing(Map<Integer, Integer> known) {
        numbers.putAll(known);
        return this;
    }

    void say(Statement said, Actor by) {
        var statement = said.as(history.next(), names.there(said), version, merge);
        var known = history.numberOf(statement).or(() -> knownWithReport(said, statement));
        numbers.put(said.number(), known.orElse(statement.number()));
        if (known.isPresent()) {
            return;
        }
        enter(new FactEntry(
                statement.number(),
                version,
                statement.kind(),
                history.nameOf(statement),
                statement.content().toString(),
                null,
                List.of(),
                null,
                statement.at(),
                by,
                null,
                merge,
                null));
    }

    /** Whose report is not here says no more than what was said by one that is. */
    private Optional<Integer> knownWithReport(Statement said, Statement statement) {
        return said.isCited() && !statement.isCited() ? history.numberOfCited(statement) : Optional.empty();
    }

    /** A choice, where all that it was between is here; otherwise it is made anew. */
    void settle(FactEntry choice) {
        if (numbers.containsKey(choice.holds()) && numbers.keySet().containsAll(choice.setsAside())) {
            var holds = numbers.get(choice.holds());
            history.having(holds).ifPresent(fact -> settle(choice, fact, holds));
        }
    }

    private void settle(FactEntry choice, Fact fact, int holds) {
        var aside = new TreeSet<Integer>();
        choice.setsAside().forEach(number -> aside.add(numbers.get(number)));
        fact.statements().stream()
                .filter(said -> fact.standing(said) == Fact.Standing.SET_ASIDE)
                .forEach(said -> aside.add(said.number()));
        aside.remove(holds);
        enter(new FactEntry(
                history.next(),
                version,
                fact.kind(),
                fact.name(),
                null,
                holds,
                List.copyOf(aside),
                choice.reason(),
                choice.at(),
                choice.by(),
                null));
    }

    private void enter(FactEntry entry) {
        history.enter(entry);
        entries.add(entry);
    }

    /** All that was new, in this order. */
    List<FactEntry> entries() {
        return List.copyOf(entries);
    }
}
