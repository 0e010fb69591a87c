package fr.genereferral.eligibility.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies each event once and in turn: what was seen changes nothing, what comes too early is parked, and the memory of
 * it is stored in the same transaction as the effects. A batch costs the same few statements whatever its size.
 */
@ApplicationScoped
public class Inbox {
    /**
     * Says that it is the platform, as the row-level policies understand it, and returns what stands there now, and holds it.
     */
    private static final String TAKE =
            "select key, sequence, parked from inbox_take(cast(:topic as text), cast(:keys as text[]))";

    private static final String PASS = "select inbox_pass(cast(:topic as text), cast(:keys as text[]),"
            + " cast(cast(:firsts as text[]) as bigint[]), cast(cast(:lasts as text[]) as bigint[]))";

    private static final String ADVANCE = "update inbox_position p set sequence = n.sequence"
            + " from unnest(cast(:keys as text[]), cast(cast(:sequences as text[]) as bigint[])) as n(key, sequence)"
            // Named twice: however the plan begins, no other key of the topic is read.
            + " where p.topic = :topic and p.key = n.key and p.key = any(cast(:keys as text[]))";

    private static final String PARKED =
            "select * from inbox_parked where topic = :topic and key = any(cast(:keys as text[]))";

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    Inbox(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Hands those events to the handler whose turn it is, all in one transaction. */
    Uni<Void> apply(String topic, List<Received> events, EventHandler handler) {
        var keys = events.stream().map(Received::key).distinct().toArray(String[]::new);
        return sessions.withTransaction(
                session -> taken(session, topic, keys).chain(taken -> parked(session, topic, taken)
                        .chain(parked -> takeTurns(session, topic, events, positions(taken), parked, handler))));
    }

    /**
     * Counts events that nobody here understands, where they come in turn and nothing waits for one of them.
     *
     * @return false where any does not; it is as if it had not come, and may be applied
     */
    Uni<Boolean> pass(String topic, List<Received> events) {
        var stretches = Stretch.of(events);
        if (stretches.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return sessions.withSession(session -> session.createNativeQuery(PASS, Integer.class)
                .setParameter("topic", topic)
                .setParameter("keys", column(stretches, Stretch::key))
                .setParameter("firsts", column(stretches, Stretch::first))
                .setParameter("lasts", column(stretches, Stretch::last))
                .getSingleResult()
                .map(passed -> passed == stretches.size()));
    }

    private static String[] column(List<Stretch> stretches, Function<Stretch, Object> value) {
        return stretches.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private Uni<Void> takeTurns(
            Mutiny.Session session,
            String topic,
            List<Received> events,
            Map<String, Long> positions,
            List<ParkedEvent> parked,
            EventHandler handler) {
        var turns =
                new Turns(positions, parked.stream().map(ParkedEvent::received).toList());
        events.forEach(turns::arrived);
        var early = turns.tooEarly().stream()
                .map(e -> new ParkedEvent(topic, e, clock.instant()))
                .toArray();
        var done = parked.stream().filter(p -> turns.isApplied(p.received())).toArray();
        var next = turns.next();
        return session.persistAll(early)
                .chain(() -> session.removeAll(done))
                .chain(() -> next.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : advance(session, topic, turns.reached()).chain(() -> handler.apply(next)));
    }

    /** How far a key has come, and whether anything of it waits for its turn. */
    private record Taken(String key, long sequence, boolean parked) {}

    /** Locks the positions, so that a consumer that lost its partition and does not know it yet changes nothing twice. */
    private static Uni<List<Taken>> taken(Mutiny.Session session, String topic, String[] keys) {
        return session.createNativeQuery(TAKE, Object[].class)
                .setParameter("topic", topic)
                .setParameter("keys", keys)
                .getResultList()
                .map(found -> found.stream()
                        .map(row -> new Taken((String) row[0], ((Number) row[1]).longValue(), (Boolean) row[2]))
                        .toList());
    }

    private static Map<String, Long> positions(List<Taken> taken) {
        return taken.stream().collect(Collectors.toMap(Taken::key, Taken::sequence));
    }

    private static Uni<Void> advance(Mutiny.Session session, String topic, Map<String, Long> reached) {
        return session.createNativeQuery(ADVANCE)
                .setParameter("topic", topic)
                .setParameter("keys", reached.keySet().toArray(String[]::new))
                .setParameter(
                        "sequences",
                        reached.values().stream().map(Object::toString).toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<List<ParkedEvent>> parked(Mutiny.Session session, String topic, List<Taken> taken) {
        var keys = taken.stream().filter(Taken::parked).map(Taken::key).toArray(String[]::new);
        return keys.length == 0
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(PARKED, ParkedEvent.class)
                        .setParameter("topic", topic)
                        .setParameter("keys", keys)
                        .getResultList();
    }

    /** Whether the database answers; tells an outage from an event that cannot be applied. */
    Uni<Boolean> databaseAnswers() {
        return sessions.withSession(session ->
                        session.createNativeQuery("select 1", Integer.class).getSingleResult())
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }
}
