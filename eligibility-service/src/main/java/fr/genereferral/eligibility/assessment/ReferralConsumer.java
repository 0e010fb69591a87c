package fr.genereferral.eligibility.assessment;

import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.inbox.EventReader;
import fr.genereferral.eligibility.inbox.Intake;
import fr.genereferral.eligibility.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears referral-service. */
@ApplicationScoped
class ReferralConsumer {
    private static final String SUBMITTED = "ReferralSubmitted.v1";
    private static final String CHANGED = "DossierChanged.v1";
    private static final String CLOSED = "ReferralClosed.v1";

    private final Intake intake;
    private final EventReader reader;
    private final AssessingReferrals assessing;

    ReferralConsumer(Intake intake, EventReader reader, AssessingReferrals assessing) {
        this.intake = intake;
        this.reader = reader;
        this.assessing = assessing;
    }

    @Incoming("referral")
    Uni<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(batch, Set.of(SUBMITTED, CHANGED, CLOSED), this::apply);
    }

    private Uni<Void> apply(List<Received> events) {
        var sent = of(SUBMITTED, events).map(this::dossier).toList();
        var changed = of(CHANGED, events).map(this::changedDossier).toList();
        var ended = ended(events);
        // A referral is sent before it changes, and ends last: of one referral the order is kept.
        return assessing
                .assess(sent)
                .chain(() -> assessing.assessAgain(changed))
                .chain(() -> assessing.letGo(ended));
    }

    private static Stream<Received> of(String type, List<Received> events) {
        return events.stream().filter(event -> event.type().equals(type));
    }

    private HeldDossier dossier(Received event) {
        var submitted = reader.read(event, ReferralSubmitted.class, ReferralSubmitted::referralId);
        return submitted.held(event.time());
    }

    private HeldDossier changedDossier(Received event) {
        var changed = reader.read(event, DossierChanged.class, DossierChanged::referralId);
        return changed.held(event.time());
    }

    /** One that had lived on in another one goes on when the two are parted: its dossier comes after its end. */
    private List<UUID> ended(List<Received> events) {
        var ended = new LinkedHashSet<UUID>();
        for (var event : events) {
            if (event.type().equals(CLOSED)) {
                ended.add(ended(event));
            } else if (event.type().equals(CHANGED)) {
                ended.remove(changedDossier(event).referralId());
            }
        }
        return List.copyOf(ended);
    }

    private UUID ended(Received event) {
        return reader.read(event, ReferralClosed.class, ReferralClosed::referralId)
                .referralId();
    }
}
