package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.AssessmentChange;
import fr.genereferral.eligibility.JudgedCriterion;
import fr.genereferral.eligibility.Judgement;
import fr.genereferral.eligibility.Knowledge;
import java.io.IOException;
import java.util.Optional;

/** Writes two assessments of one dossier and what differs between them. */
public final class ComparisonWriter {
    private final AssessmentWriter assessments;

    public ComparisonWriter(Knowledge knowledge) {
        this.assessments = new AssessmentWriter(knowledge);
    }

    public String write(Assessment first, Assessment second) {
        return Json.text(json -> {
            json.writeStartObject();
            AssessmentWriter.bilingual(json, "notice", Sentences.both(wording -> wording.say("notice")));
            json.writeArrayFieldStart("changes");
            for (var change : AssessmentChange.between(first, second)) {
                change(json, change);
            }
            json.writeEndArray();
            json.writeFieldName("first");
            json.writeRawValue(assessments.write(first));
            json.writeFieldName("second");
            json.writeRawValue(assessments.write(second));
            json.writeEndObject();
        });
    }

    private static void change(JsonGenerator json, AssessmentChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("therapy", change.therapy());
        versions(json, change);
        verdicts(json, "fr", change.from().map(TherapyVerdict::fr), change.to().map(TherapyVerdict::fr));
        verdicts(
                json,
                "amm",
                change.from().flatMap(TherapyVerdict::amm),
                change.to().flatMap(TherapyVerdict::amm));
        json.writeArrayFieldStart("criteria");
        for (var criterion : change.criteria()) {
            json.writeStartObject();
            json.writeStringField("id", criterion.id());
            said(json, "from", criterion.from());
            said(json, "to", criterion.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void versions(JsonGenerator json, AssessmentChange change) throws IOException {
        json.writeObjectFieldStart("packVersion");
        version(json, "from", change.from());
        version(json, "to", change.to());
        json.writeEndObject();
    }

    private static void version(JsonGenerator json, String field, Optional<TherapyVerdict> verdict) throws IOException {
        if (verdict.isPresent()) {
            json.writeNumberField(field, verdict.get().pack().version());
        } else {
            json.writeNullField(field);
        }
    }

    private static void verdicts(JsonGenerator json, String field, Optional<Judgement> from, Optional<Judgement> to)
            throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("from", from.map(j -> j.verdict().name()).orElse(null));
        json.writeStringField("to", to.map(j -> j.verdict().name()).orElse(null));
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, String field, Optional<JudgedCriterion> criterion) throws IOException {
        if (criterion.isEmpty()) {
            json.writeNullField(field);
            return;
        }
        json.writeObjectFieldStart(field);
        json.writeStringField("truth", criterion.get().explanation().truth().toString());
        json.writeStringField("effect", criterion.get().effect().toString());
        json.writeEndObject();
    }
}
