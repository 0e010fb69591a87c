package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.genereferral.eligibility.EligibilityEvent;
import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.EligibilityEvent.RulePackActivated;
import java.io.IOException;

/** Writes events as the topic carries them. */
public final class EventWriter {
    private EventWriter() {}

    public static String write(EligibilityEvent event) {
        return Json.text(json -> {
            json.writeStartObject();
            if (event instanceof ReferralAssessed assessed) {
                write(json, assessed);
            }
            if (event instanceof RulePackActivated activated) {
                write(json, activated);
            }
            json.writeEndObject();
        });
    }

    /** Whoever decides by an assessment reads the outline; the document is for people, and inflates to a preview's bytes. */
    private static void write(JsonGenerator json, ReferralAssessed event) throws IOException {
        json.writeStringField("referralId", event.referralId().toString());
        json.writeNumberField("sequence", event.sequence());
        json.writeStringField("assessmentId", event.assessmentId().toString());
        json.writeNumberField("dossierVersion", event.dossierVersion());
        json.writeStringField("cause", event.cause().name());
        json.writeStringField("assessedAt", event.at().toString());
        json.writeFieldName("assessment");
        json.writeRawValue(event.outline());
        json.writeStringField("document", event.document().base64());
    }

    private static void write(JsonGenerator json, RulePackActivated event) throws IOException {
        json.writeStringField("therapy", event.therapy());
        json.writeNumberField("sequence", event.sequence());
        json.writeNumberField("version", event.version());
        json.writeStringField("effectiveFrom", event.effectiveFrom().toString());
        json.writeStringField("activatedBy", event.by());
        json.writeStringField("activatedAt", event.at().toString());
    }
}
