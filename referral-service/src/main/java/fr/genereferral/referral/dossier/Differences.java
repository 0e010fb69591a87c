package fr.genereferral.referral.dossier;

import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.FactKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody who has read a dossier once does not know of it yet: facts are added, never replaced, so every version is there. */
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
     * @param after what holds, oldest first; more than one where they contradict each other
     * @param at when the last thing was said or settled of it
     */
    public record Difference(FactKind kind, String name, List<Statement> before, List<Statement> after, Instant at) {}

    /** @param version of the dossier that was read */
    public static List<Difference> since(int version, DossierHistory kept) {
        var differences = new Differences(kept, version);
        return differences.now.facts().stream()
                .flatMap(fact -> differences.of(fact).stream())
                .toList();
    }

    private Optional<Difference> of(Fact fact) {
        var before = then.named(fact.name()).map(Fact::current).orElse(List.of());
        var after = fact.current();
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Difference(fact.kind(), fact.name(), before, after, last(fact)));
    }

    private Instant last(Fact fact) {
        var said = fact.statements().stream()
                .filter(statement -> statement.dossierVersion() > version)
                .map(Statement::at);
        var settled = fact.settlements().stream()
                .filter(settlement -> settlement.dossierVersion() > version)
                .map(settlement -> settlement.at());
        return Stream.concat(said, settled).max(Instant::compareTo).orElseThrow();
    }
}
