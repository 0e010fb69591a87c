package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import fr.genereferral.eligibility.EligibilityEvent;
import fr.genereferral.eligibility.EligibilityEvent.ReferralAssessed;
import fr.genereferral.eligibility.EligibilityEvent.RulePackActivated;

/** Writes events as the topic carries them. */
public final class EventWriter {
    private EventWriter() {}

    public static String write(EligibilityEvent event) {
        var json = AssessmentWriter.NODES.objectNode();
        if (event instanceof ReferralAssessed assessed) {
            write(json, assessed);
        }
        if (event instanceof RulePackActivated activated) {
            write(json, activated);
        }
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of ours does not serialise: " + event.type(), e);
        }
    }

    /** The document goes in as it is: the bytes of an event and of a preview are the same. */
    private static void write(ObjectNode json, ReferralAssessed event) {
        json.put("referralId", event.referralId().toString());
        json.put("sequence", event.sequence());
        json.put("assessmentId", event.assessmentId().toString());
        json.put("dossierVersion", event.dossierVersion());
        json.put("cause", event.cause().name());
        json.put("assessedAt", event.at().toString());
        json.putRawValue("assessment", new RawValue(event.document()));
    }

    private static void write(ObjectNode json, RulePackActivated event) {
        json.put("therapy", event.therapy());
        json.put("sequence", event.sequence());
        json.put("version", event.version());
        json.put("effectiveFrom", event.effectiveFrom().toString());
        json.put("activatedBy", event.by());
        json.put("activatedAt", event.at().toString());
    }
}
