package fr.genereferral.e2e.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where every event is, in one look: written to an outbox, carried to a topic, taken in by each consumer. The inboxes are
 * read first: what they have is never newer than what the outboxes and topics are then seen to hold, so that "everything
 * written has been taken in" cannot be said too early.
 */
record Ledger(List<Written> written, List<Heard> heard, Map<Hearing, InboxState> inboxes) {

    /** A row of an outbox. */
    record Written(String topic, String id, String key, long sequence) {}

    static Ledger read(Tables tables, Topics topics) {
        var positions =
                Hearing.all().stream().collect(Collectors.toMap(Function.identity(), h -> positions(tables, h)));
        var parked = Hearing.all().stream().collect(Collectors.toMap(Function.identity(), h -> parked(tables, h)));
        var written = List.of("referral", "eligibility", "hub_directory").stream()
                .flatMap(database -> written(tables, database).stream())
                .toList();
        var heard = topics.read();
        var inboxes = new HashMap<Hearing, InboxState>();
        for (var hearing : Hearing.all()) {
            var dead = heard.stream().filter(h -> isDeadLetter(h, hearing)).toList();
            inboxes.put(
                    hearing,
                    new InboxState(
                            positions.get(hearing),
                            parked.get(hearing),
                            dead.stream()
                                    .map(h -> new InboxState.Turn(h.key(), h.sequence()))
                                    .collect(Collectors.toSet()),
                            dead.stream().map(Heard::origin).collect(Collectors.toSet())));
        }
        var events = heard.stream().filter(h -> h.origin() == null).toList();
        return new Ledger(written, events, inboxes);
    }

    private static boolean isDeadLetter(Heard heard, Hearing hearing) {
        return heard.origin() != null
                && heard.place().topic().equals(hearing.deadLetters())
                && heard.origin().topic().equals(hearing.topic());
    }

    private static List<Written> written(Tables tables, String database) {
        return tables.read(
                database,
                "select aggregatetype || '.events', id, aggregateid, sequence from outbox",
                row -> new Written(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private static Map<String, Long> positions(Tables tables, Hearing hearing) {
        var found = new HashMap<String, Long>();
        tables.read(
                hearing.database(),
                "select key, sequence from inbox_position where topic = '" + hearing.topic() + "'",
                row -> found.put(row.getString(1), row.getLong(2)));
        return found;
    }

    private static HashSet<InboxState.Turn> parked(Tables tables, Hearing hearing) {
        return new HashSet<>(tables.read(
                hearing.database(),
                "select key, sequence from inbox_parked where topic = '" + hearing.topic() + "'",
                row -> new InboxState.Turn(row.getString(1), row.getLong(2))));
    }

    List<Written> writtenTo(String topic) {
        return written.stream().filter(w -> w.topic().equals(topic)).toList();
    }

    List<Heard> heardOn(String topic) {
        return heard.stream().filter(h -> h.place().topic().equals(topic)).toList();
    }

    /** Some consumer has given up an event of this aggregate: the services may tell different things of it. */
    boolean isBlocked(String key) {
        return inboxes.values().stream().anyMatch(inbox -> inbox.isBlocked(key));
    }

    /** The last sequence that the producer has given out, by key. */
    Map<String, Long> lastWritten(String topic) {
        return writtenTo(topic).stream().collect(Collectors.toMap(Written::key, Written::sequence, Math::max));
    }
}
