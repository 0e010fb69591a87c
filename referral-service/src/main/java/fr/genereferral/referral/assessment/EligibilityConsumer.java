package fr.genereferral.referral.assessment;

import fr.genereferral.referral.assessment.RecordingAssessment.Heard;
import fr.genereferral.referral.inbox.EventReader;
import fr.genereferral.referral.inbox.Intake;
import fr.genereferral.referral.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears eligibility-service. */
@ApplicationScoped
class EligibilityConsumer {
    private static final String ASSESSED = "ReferralAssessed.v1";

    private final Intake intake;
    private final EventReader reader;
    private final RecordingAssessment recording;

    EligibilityConsumer(Intake intake, EventReader reader, RecordingAssessment recording) {
        this.intake = intake;
        this.reader = reader;
        this.recording = recording;
    }

    @Incoming("eligibility")
    Uni<Void> hear(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(
                batch,
                Set.of(ASSESSED),
                events -> recording.record(events.stream().map(this::heard).toList()));
    }

    private Heard heard(Received event) {
        var assessed = reader.read(event, ReferralAssessed.class, ReferralAssessed::referralId);
        return new Heard(assessed.referralId(), assessed.heard());
    }
}
