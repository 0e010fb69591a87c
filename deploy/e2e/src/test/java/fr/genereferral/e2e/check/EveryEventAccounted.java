package fr.genereferral.e2e.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I6: what the outboxes produced the topics hold, and nothing else; and of every record each consumer can say what became of
 * it: applied (now or before), waiting for its turn, or a dead letter. As sets of events, not as counts.
 */
final class EveryEventAccounted implements Invariant {
    @Override
    public List<Violation> violations(Evidence evidence) {
        var ledger = evidence.ledger();
        var taken = Hearing.all().stream().flatMap(hearing -> unaccounted(ledger, hearing));
        return Stream.of(uncarried(ledger), invented(ledger), taken)
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Violation> uncarried(Ledger ledger) {
        var heard = ledger.heard().stream().map(EveryEventAccounted::name).collect(Collectors.toSet());
        return ledger.written().stream()
                .map(EveryEventAccounted::name)
                .filter(name -> !heard.contains(name))
                .map(name -> new Violation("I6", "written and never carried: " + name));
    }

    private static Stream<Violation> invented(Ledger ledger) {
        var written = ledger.written().stream().map(EveryEventAccounted::name).collect(Collectors.toSet());
        return ledger.heard().stream()
                .filter(h -> !h.injected() && !written.contains(name(h)))
                .map(h -> new Violation("I6", "in a topic and in no outbox: " + name(h) + " at " + h.place()));
    }

    private static Stream<Violation> unaccounted(Ledger ledger, Hearing hearing) {
        var inbox = ledger.inboxes().get(hearing);
        return ledger.heardOn(hearing.topic()).stream()
                .filter(h -> !inbox.accountsFor(h))
                .map(h -> new Violation("I6", hearing + " neither applied nor kept " + name(h) + " at " + h.place()));
    }

    private static String name(Ledger.Written written) {
        return "%s %s %s#%d".formatted(written.topic(), written.id(), written.key(), written.sequence());
    }

    private static String name(Heard heard) {
        return "%s %s %s#%d".formatted(heard.place().topic(), heard.id(), heard.key(), heard.sequence());
    }
}
