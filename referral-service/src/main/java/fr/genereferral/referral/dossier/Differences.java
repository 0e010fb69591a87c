package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What somebody who has read a dossier once does not know of it yet: facts are added, never replaced, so every version is there. Some
 * leave all the same, with another child's dossier.
 */
public final class Differences {
    private final int version;
    private final FactHistory then;
    private final FactHistory now;

    private Differences(DossierHistory kept, int version) {
        this.version = version;
        this.then = FactHistory.of(kept.until(version));
        this.now = FactHistory.of(kept);
    }

    /**
     * A fact of which something else holds than held then.
     *
     * @param before what held, oldest first; empty where nothing was known
     * @param after what holds, oldest first; more than one where they contradict each other, none where all of it has left
     * @param at when the last thing was said or settled of it; where something has only left, of what was there before
     */
    public record Difference(FactKind kind, String name, List<Statement> before, List<Statement> after, Instant at) {}

    /** @param version of the dossier that was read */
    public static List<Difference> since(int version, DossierHistory kept) {
        var differences = new Differences(kept, version);
        return Stream.concat(
                        differences.now.facts().stream().flatMap(fact -> differences.of(fact).stream()),
                        differences.left())
                .toList();
    }

    private Stream<Difference> left() {
        return then.facts().stream()
                .filter(fact ->
                        now.named(fact.name()).isEmpty() && !fact.current().isEmpty())
                .map(fact -> new Difference(fact.kind(), fact.name(), fact.current(), List.of(), last(fact)));
    }

    private Optional<Difference> of(Fact fact) {
        var before = then.named(fact.name()).map(Fact::current).orElse(List.of());
        var after = fact.current();
        return contents(before).equals(contents(after))
                ? Optional.empty()
                : Optional.of(new Difference(fact.kind(), fact.name(), before, after, last(fact)));
    }

    /** The same words of another hospital say nothing new. */
    private static List<ObjectNode> contents(List<Statement> said) {
        return said.stream().map(Statement::content).toList();
    }

    private Instant last(Fact fact) {
        return last(fact, version).or(() -> last(fact, 0)).orElseThrow();
    }

    private static Optional<Instant> last(Fact fact, int version) {
        var said = fact.statements().stream()
                .filter(statement -> statement.dossierVersion() > version)
                .map(Statement::at);
        var settled = fact.settlements().stream()
                .filter(settlement -> settlement.dossierVersion() > version)
                .map(settlement -> settlement.at());
        return Stream.concat(said, settled).max(Instant::compareTo);
    }
}
