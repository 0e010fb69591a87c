package fr.genereferral.eligibility.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.eligibility.EligibilityEvent;
import fr.genereferral.eligibility.json.EventWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Appends events in the caller's transaction, so that a change and its event are stored together or not at all: one
 * statement for all, in the column names that Debezium's outbox event router reads.
 */
@ApplicationScoped
public class Outbox {
    private static final String APPEND =
            "insert into outbox (id, aggregatetype, aggregateid, type, source, time, sequence, payload)"
                    + " select cast(id as uuid), 'eligibility', key, type, '/eligibility-service', at,"
                    + " cast(sequence as bigint), payload"
                    + " from unnest(cast(:ids as text[]), cast(:keys as text[]), cast(:types as text[]),"
                    + " cast(:times as text[]), cast(:sequences as text[]), cast(:payloads as text[]))"
                    + " as event(id, key, type, at, sequence, payload)";

    public Uni<Void> append(Mutiny.Session session, List<? extends EligibilityEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(APPEND)
                .setParameter("ids", column(events, event -> UuidCreator.getTimeOrderedEpoch()))
                .setParameter("keys", column(events, EligibilityEvent::key))
                .setParameter("types", column(events, EligibilityEvent::type))
                .setParameter("times", column(events, EligibilityEvent::at))
                .setParameter("sequences", column(events, EligibilityEvent::sequence))
                .setParameter("payloads", column(events, EventWriter::write))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] column(List<? extends EligibilityEvent> events, Function<EligibilityEvent, Object> value) {
        return events.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
