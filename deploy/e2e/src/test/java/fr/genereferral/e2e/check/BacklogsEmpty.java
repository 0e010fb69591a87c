package fr.genereferral.e2e.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * I10: within a stated time after the fault every outbox row is in its topic, every consumer has applied the last version of
 * every aggregate, nothing is parked, no group lags, connectors run and health is green, without anybody's help. What lies
 * behind a dead letter waits for a person and is no backlog of ours.
 */
final class BacklogsEmpty implements Invariant {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int NAMED = 5;

    private final Duration limit;

    BacklogsEmpty(Duration limit) {
        this.limit = limit;
    }

    @Override
    public List<Violation> violations(Evidence evidence) {
        var end = System.nanoTime() + limit.toNanos();
        var open = open(evidence);
        while (!open.isEmpty() && System.nanoTime() < end) {
            pause();
            open = open(evidence);
        }
        return open.stream()
                .map(what -> new Violation("I10", what + ", still after " + limit.toSeconds() + " s"))
                .toList();
    }

    private static List<String> open(Evidence evidence) {
        var ledger = evidence.look();
        var open = new ArrayList<String>();
        open.addAll(named("outbox rows not in their topic", uncarried(ledger)));
        ledger.inboxes().forEach((hearing, inbox) -> {
            open.addAll(named("not applied by " + hearing, behind(ledger, hearing, inbox)));
            open.addAll(named("parked at " + hearing, parked(inbox)));
        });
        open.addAll(new Condition(evidence.system()).ailments());
        return open;
    }

    private static List<String> uncarried(Ledger ledger) {
        var ids = ledger.heard().stream().map(Heard::id).collect(Collectors.toCollection(HashSet::new));
        return ledger.written().stream()
                .map(Ledger.Written::id)
                .filter(id -> !ids.contains(id))
                .toList();
    }

    private static List<String> behind(Ledger ledger, Hearing hearing, InboxState inbox) {
        return ledger.lastWritten(hearing.topic()).entrySet().stream()
                .filter(last -> inbox.position(last.getKey()) < last.getValue() && !inbox.isBlocked(last.getKey()))
                .map(last -> last.getKey() + "#" + last.getValue())
                .toList();
    }

    private static List<String> parked(InboxState inbox) {
        return inbox.parked().stream()
                .filter(turn -> !inbox.isBlocked(turn.key()))
                .map(InboxState.Turn::toString)
                .toList();
    }

    private static List<String> named(String what, List<String> which) {
        return which.isEmpty()
                ? List.of()
                : List.of("%d %s: %s"
                        .formatted(
                                which.size(), what, which.stream().limit(NAMED).toList()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the platform to rest", e);
        }
    }
}
