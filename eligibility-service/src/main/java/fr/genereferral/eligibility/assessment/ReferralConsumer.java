package fr.genereferral.eligibility.assessment;

import fr.genereferral.eligibility.HeldDossier;
import fr.genereferral.eligibility.inbox.EventReader;
import fr.genereferral.eligibility.inbox.Intake;
import fr.genereferral.eligibility.inbox.Received;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears referral-service. */
@ApplicationScoped
class ReferralConsumer {
    private static final String SUBMITTED = "ReferralSubmitted.v1";

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
        return intake.take(
                batch,
                Set.of(SUBMITTED),
                events -> assessing.assess(events.stream().map(this::dossier).toList()));
    }

    private HeldDossier dossier(Received event) {
        var submitted = reader.read(event, ReferralSubmitted.class, ReferralSubmitted::referralId);
        return submitted.held(event.time());
    }
}
