package fr.genereferral.hubdirectory.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.HubEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends events in the caller's transaction, so that a change and its event are stored together or not at all. */
@ApplicationScoped
public class Outbox {
    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json;
    }

    public Uni<Void> append(Mutiny.Session session, List<? extends HubEvent> events, Instant at) {
        return session.persistAll(events.stream().map(event -> row(event, at)).toArray());
    }

    private OutboxRow row(HubEvent event, Instant at) {
        return new OutboxRow(
                UuidCreator.getTimeOrderedEpoch(), event.key(), event.type(), event.sequence(), at, payload(event));
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
