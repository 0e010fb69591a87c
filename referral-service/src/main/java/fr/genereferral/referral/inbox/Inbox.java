package fr.genereferral.referral.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies each event once and in turn: what was seen changes nothing, what comes too early is parked, and the memory of
 * it is stored in the same transaction as the effects. A batch costs the same few statements whatever its size.
 */
@ApplicationScoped
public class Inbox {
    /**
     * For the platform, as the row-level policies understand it. And each statement planned for what the tables hold: a plan
     * made while they were empty would read the whole of them for ever after.
     */
    private static final String BEGIN =
            "select set_config('app.orgs', 'platform', true), set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** Returns what stands there now, and holds it: an update that changes nothing locks as any other. */
    private static final String LOCK = "insert into inbox_position (topic, key, sequence)"
            + " select :topic, k, 0 from unnest(cast(:keys as text[])) k order by k"
            + " on conflict (topic, key) do update set sequence = inbox_position.sequence returning key, sequence";

    private static final String ADVANCE = "update inbox_position p set sequence = n.sequence"
            + " from unnest(cast(:keys as text[]), cast(cast(:sequences as text[]) as bigint[])) as n(key, sequence)"
            + " where p.topic = :topic and p.key = n.key";

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
        return sessions.withTransaction(session -> session.createNativeQuery(BEGIN, Object[].class)
                .getSingleResult()
                .chain(() -> positions(session, topic, keys))
                .chain(positions -> parked(session, topic, keys)
                        .chain(parked -> takeTurns(session, topic, events, positions, parked, handler))));
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

    /** Locks the positions, so that a consumer that lost its partition and does not know it yet changes nothing twice. */
    private static Uni<Map<String, Long>> positions(Mutiny.Session session, String topic, String[] keys) {
        return session.createNativeQuery(LOCK, Object[].class)
                .setParameter("topic", topic)
                .setParameter("keys", keys)
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue())));
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

    private static Uni<List<ParkedEvent>> parked(Mutiny.Session session, String topic, String[] keys) {
        return session.createNativeQuery(PARKED, ParkedEvent.class)
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
