package fr.genereferral.hubdirectory.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.HubEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
                    + " select cast(id as uuid), 'hub', key, type, '/hub-directory-service', :time,"
                    + " cast(sequence as bigint), payload"
                    + " from unnest(cast(:ids as text[]), cast(:keys as text[]), cast(:types as text[]),"
                    + " cast(:sequences as text[]), cast(:payloads as text[]))"
                    + " as event(id, key, type, sequence, payload)";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> append(Mutiny.Session session, List<? extends HubEvent> events, Instant at) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(APPEND)
                .setParameter("time", at.toString())
                .setParameter("ids", column(events, event -> UuidCreator.getTimeOrderedEpoch()))
                .setParameter("keys", column(events, HubEvent::key))
                .setParameter("types", column(events, HubEvent::type))
                .setParameter("sequences", column(events, HubEvent::sequence))
                .setParameter("payloads", column(events, this::payload))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] column(List<? extends HubEvent> events, Function<HubEvent, Object> value) {
        return events.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    /** The event as the topic carries it. */
    public String payload(HubEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours does not serialise: " + event.type(), e);
        }
    }
}
