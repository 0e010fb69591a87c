package fr.genereferral.referral.placement;

import fr.genereferral.referral.inbox.EventReader;
import fr.genereferral.referral.inbox.Intake;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears hub-directory-service. */
@ApplicationScoped
class HubConsumer {
    private final Intake intake;
    private final EventReader reader;
    private final FollowingPlacement following;

    HubConsumer(Intake intake, EventReader reader, FollowingPlacement following) {
        this.intake = intake;
        this.reader = reader;
        this.following = following;
    }

    @Incoming("hub")
    Uni<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(
                batch,
                PlacementEvent.TYPES.keySet(),
                events -> following.follow(events.stream()
                        .<PlacementEvent>map(event ->
                                reader.read(event, PlacementEvent.TYPES.get(event.type()), PlacementEvent::referralId))
                        .toList()));
    }
}
