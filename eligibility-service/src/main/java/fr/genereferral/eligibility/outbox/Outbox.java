package fr.genereferral.eligibility.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.eligibility.EligibilityEvent;
import fr.genereferral.eligibility.json.EventWriter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Appends events in the caller's transaction, so that a change and its event are stored together or not at all. */
@ApplicationScoped
public class Outbox {

    public Uni<Void> append(Mutiny.Session session, List<? extends EligibilityEvent> events) {
        return session.persistAll(events.stream().map(Outbox::row).toArray());
    }

    private static OutboxRow row(EligibilityEvent event) {
        return new OutboxRow(
                UuidCreator.getTimeOrderedEpoch(),
                event.key(),
                event.type(),
                event.sequence(),
                event.at(),
                EventWriter.write(event));
    }
}
