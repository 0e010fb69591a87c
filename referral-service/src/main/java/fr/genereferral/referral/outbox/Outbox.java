package fr.genereferral.referral.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Change;
import fr.genereferral.referral.ReferralEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends events in the caller's transaction, so that a change and its event are stored together or not at all. */
@ApplicationScoped
public class Outbox {
    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        // An event says of each of its facts that it is absent; answers leave such fields out.
        this.json = json.copy()
                .setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
                .registerModule(new SimpleModule().addSerializer(ReferralEvent.Json.class, new RawJsonSerializer()));
    }

    public Uni<Void> append(Mutiny.Session session, List<Change> changes) {
        return OutboxRow.INSERT.run(session, rows(changes));
    }

    /** The same for a batch that goes without a session. */
    public Uni<Void> append(SqlClient transaction, List<Change> changes) {
        return OutboxRow.INSERT.run(transaction, rows(changes)).replaceWithVoid();
    }

    private List<OutboxRow> rows(List<Change> changes) {
        return changes.stream().filter(Change::told).map(this::row).toList();
    }

    private OutboxRow row(Change change) {
        var event = change.event();
        return new OutboxRow(
                UuidCreator.getTimeOrderedEpoch(),
                event.referralId().toString(),
                event.type(),
                event.sequence(),
                change.occasion().at(),
                payload(event));
    }

    /** The event as the topic carries it. */
    public String payload(ReferralEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours does not serialise: " + event.type(), e);
        }
    }
}
