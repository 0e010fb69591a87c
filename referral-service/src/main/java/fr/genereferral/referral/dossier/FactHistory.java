package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactEntry;
import fr.genereferral.referral.FactKind;
import fr.genereferral.referral.web.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that was ever said of a patient's facts, by what it speaks of; and the dossier that follows from it. */
public final class FactHistory {
    private final ObjectNode first;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final GoneReports gone = new GoneReports();
    private int next = FactKind.LATER;

    private FactHistory(ObjectNode first) {
        this.first = first;
    }

    public static FactHistory of(DossierHistory kept) {
        var history = new FactHistory(object(kept.first()));
        for (var kind : FactKind.values()) {
            var number = kind.first();
            for (JsonNode content : history.first.at(kind.list())) {
                var said = new Statement(number++, kind, (ObjectNode) content, 1, kept.sentAt(), kept.organisation());
                history.say(said, name(said));
            }
        }
        kept.entries().forEach(history::enter);
        return history;
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) StrictJson.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** As if this had been said too. */
    public void enter(FactEntry entry) {
        next = entry.number() + 1;
        if (!entry.counts()) {
            gone.left(entry);
            return;
        }
        if (entry.isSettlement()) {
            // What it holds may have been of another child, and of one fact there may be left less than it was called
            // by.
            having(entry.holds()).ifPresent(fact -> fact.settle(entry));
            return;
        }
        say(Statement.of(entry), entry.name());
    }

    /** @param name what the fact is called, where it is the first of it that counts: as ever, also when others have gone */
    private void say(Statement statement, String name) {
        facts.computeIfAbsent(key(statement), key -> new Fact(name)).say(statement);
    }

    private static String key(Statement statement) {
        return statement.kind() + " " + statement.subject();
    }

    /** A variant's own name does not fit into an address. */
    private static String name(Statement statement) {
        return statement.kind() == FactKind.VARIANT ? "variant-" + statement.number() : statement.subject();
    }

    /** What a new statement would be called: as the others of the same thing. */
    public String nameOf(Statement statement) {
        return Optional.ofNullable(facts.get(key(statement))).map(Fact::name).orElseGet(() -> name(statement));
    }

    /** Number of whatever is said next. */
    public int next() {
        return next;
    }

    /** Whether it says nothing new. What was set aside is said anew when somebody finds it once more. */
    public boolean hasSaid(Statement statement) {
        return of(statement).anyMatch(fact -> fact.hasSaid(statement));
    }

    /**
     * As {@link #hasSaid}, where two referrals have become one: each hospital says for itself what the other has said too, so that it
     * is still said here when the other's has gone.
     */
    public boolean hasSaidItself(Statement statement) {
        return of(statement).anyMatch(fact -> fact.hasSaidItself(statement));
    }

    /** Whether what bears its name here is another hospital's alone, and says something else. */
    public boolean isOfAnother(Statement statement) {
        return of(statement).anyMatch(fact -> fact.statements().stream()
                .noneMatch(said -> said.organisation().equals(statement.organisation())
                        || said.content().equals(statement.content())));
    }

    /** Under which number {@link #hasSaidItself} has said it. */
    public Optional<Integer> numberOf(Statement statement) {
        return of(statement).flatMap(fact -> fact.numberOf(statement).stream()).findFirst();
    }

    /** Under which number the same hospital has said the same, whichever report it was by. */
    public Optional<Integer> numberOfCited(Statement statement) {
        return of(statement)
                .flatMap(fact -> fact.numberOfCited(statement).stream())
                .findFirst();
    }

    private Stream<Fact> of(Statement statement) {
        return Stream.ofNullable(facts.get(key(statement)));
    }

    public Collection<Fact> facts() {
        return facts.values();
    }

    /** The one of which a statement is. */
    public Optional<Fact> having(int number) {
        return facts.values().stream()
                .filter(fact -> fact.statements().stream().anyMatch(said -> said.number() == number))
                .findFirst();
    }

    public Optional<Fact> named(String name) {
        return facts.values().stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /**
     * Whether a clinician could end a contradiction in what was said of something by choosing. Not of what its sender says
     * himself to be contradictory, nor of what only the rules hold against each other.
     *
     * @param kind as the rules name it, and {@code code} too
     */
    public boolean isToBeSettled(String kind, String code) {
        return facts.values().stream()
                .filter(fact -> fact.kind().code().equals(kind) && fact.code().equals(code))
                .anyMatch(fact -> fact.isConflicting() && !fact.choices().isEmpty());
    }

    /** The dossier as it holds: what was set aside is left out, what contradicts each other stands side by side. */
    public ObjectNode dossier() {
        return new HoldingDossier(facts.values(), gone).after(first);
    }
}
