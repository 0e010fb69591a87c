package fr.genereferral.eligibility.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies each event once and in turn: what was seen changes nothing, what comes too early is parked, and the memory of
 * it is stored in the same transaction as the effects.
 */
@ApplicationScoped
public class Inbox {
    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    Inbox(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Hands those events to the handler whose turn it is, all in one transaction. */
    Uni<Void> apply(String topic, List<Received> events, EventHandler handler) {
        var keys = events.stream()
                .map(e -> new InboxKey(topic, e.key()))
                .distinct()
                .toList();
        return sessions.withTransaction(
                session -> session.createNativeQuery("select set_config('app.orgs', 'platform', true)", String.class)
                        .getSingleResult()
                        .chain(() -> positions(session, keys))
                        .chain(positions -> parked(session, topic, keys)
                                .chain(parked -> takeTurns(session, topic, events, positions, parked, handler))));
    }

    private Uni<Void> takeTurns(
            Mutiny.Session session,
            String topic,
            List<Received> events,
            Map<String, InboxPosition> positions,
            List<ParkedEvent> parked,
            EventHandler handler) {
        var last = positions.values().stream().collect(Collectors.toMap(p -> p.id().key(), InboxPosition::sequence));
        var turns = new Turns(last, parked.stream().map(ParkedEvent::received).toList());
        events.forEach(turns::arrived);
        turns.next().forEach(e -> positions.get(e.key()).advance());
        var early = turns.tooEarly().stream()
                .map(e -> new ParkedEvent(topic, e, clock.instant()))
                .toArray();
        var done =
                parked.stream().filter(p -> turns.next().contains(p.received())).toArray();
        return session.persistAll(early)
                .chain(() -> session.removeAll(done))
                .chain(() -> turns.next().isEmpty() ? Uni.createFrom().voidItem() : handler.apply(turns.next()));
    }

    /** Locks the positions, so that a consumer that lost its partition and does not know it yet changes nothing twice. */
    private Uni<Map<String, InboxPosition>> positions(Mutiny.Session session, List<InboxKey> keys) {
        return session.createNativeQuery("insert into inbox_position (topic, key, sequence) select :topic, k, 0"
                        + " from unnest(string_to_array(:keys, chr(31))) k order by k on conflict do nothing")
                .setParameter("topic", keys.get(0).topic())
                .setParameter("keys", keys.stream().map(InboxKey::key).collect(Collectors.joining("\u001f")))
                .executeUpdate()
                .chain(() -> session.createQuery(
                                "from InboxPosition p where p.id in :keys order by p.id.key", InboxPosition.class)
                        .setParameter("keys", keys)
                        .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .map(found -> found.stream().collect(Collectors.toMap(p -> p.id().key(), p -> p)));
    }

    private Uni<List<ParkedEvent>> parked(Mutiny.Session session, String topic, List<InboxKey> keys) {
        return session.createQuery("from ParkedEvent p where p.topic = :topic and p.key in :keys", ParkedEvent.class)
                .setParameter("topic", topic)
                .setParameter("keys", keys.stream().map(InboxKey::key).toList())
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
