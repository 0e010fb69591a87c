package fr.genereferral.hubdirectory.placement;

import fr.genereferral.hubdirectory.inbox.EventReader;
import fr.genereferral.hubdirectory.inbox.Intake;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears referral-service. */
@ApplicationScoped
class ReferralConsumer {
    private final Intake intake;
    private final EventReader reader;
    private final PlacingReferrals placing;

    ReferralConsumer(Intake intake, EventReader reader, PlacingReferrals placing) {
        this.intake = intake;
        this.reader = reader;
        this.placing = placing;
    }

    @Incoming("referral")
    Uni<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(
                batch,
                ReferralEvent.TYPES.keySet(),
                events -> placing.place(events.stream()
                        .<ReferralEvent>map(event ->
                                reader.read(event, ReferralEvent.TYPES.get(event.type()), ReferralEvent::referralId))
                        .toList()));
    }
}
