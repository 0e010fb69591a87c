package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessment.Dates;
import fr.genereferral.eligibility.Assessment.MissingCriterion;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Classification;
import fr.genereferral.eligibility.Criterion.Layer;
import fr.genereferral.eligibility.Deflated;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.JudgedCriterion;
import fr.genereferral.eligibility.Judgement;
import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.Reading;
import fr.genereferral.eligibility.RulePack.Access;
import fr.genereferral.eligibility.Source;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the assessment document: every field always there and in this order, nothing between them, so that the same
 * judgement is the same bytes in an event, in a preview and years later. Written as it goes, without a tree: a document
 * has some thousand fields, and writing it is the dearest part of an assessment.
 */
public final class AssessmentWriter {
    private final Knowledge knowledge;
    private final Sentences sentences;
    private final ExplanationWriter explanations;

    public AssessmentWriter(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.sentences = new Sentences(knowledge);
        this.explanations = new ExplanationWriter(sentences);
    }

    public String write(Assessment assessment) {
        return Json.text(json -> write(json, assessment));
    }

    /** The same text as it is kept and sent. */
    public Deflated deflated(Assessment assessment) {
        return Deflated.of(Json.bytes(json -> write(json, assessment)));
    }

    /** What the assessment comes to: fields of the document, under the same names, without a word of explanation. */
    public String outline(Assessment assessment) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("evaluationDate", assessment.evaluationDate().toString());
            json.writeArrayFieldStart("verdicts");
            for (var verdict : assessment.verdicts()) {
                outline(json, verdict);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void outline(JsonGenerator json, TherapyVerdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("therapy", verdict.pack().therapy());
        json.writeNumberField("packVersion", verdict.pack().version());
        json.writeStringField("routing", verdict.pack().routing().toString());
        json.writeBooleanField("sought", verdict.sought());
        judgements(json, verdict);
        texts(json, "warnings", verdict.warnings());
        json.writeArrayFieldStart("missing");
        for (var missing : verdict.missing()) {
            json.writeStartObject();
            json.writeStringField("criterion", missing.id());
            date(json, "pendingUntil", missing.pendingUntil());
            json.writeEndObject();
        }
        json.writeEndArray();
        dates(json, verdict.dates());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Assessment assessment) throws IOException {
        json.writeStartObject();
        json.writeStringField("evaluationDate", assessment.evaluationDate().toString());
        json.writeArrayFieldStart("packs");
        for (var pack : assessment.packs()) {
            json.writeStartObject();
            json.writeStringField("therapy", pack.therapy());
            json.writeNumberField("version", pack.version());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("classifications");
        for (var classification : assessment.classifications()) {
            classification(json, classification);
        }
        json.writeEndArray();
        bilingual(json, "notice", Sentences.both(wording -> wording.say("notice")));
        json.writeArrayFieldStart("verdicts");
        for (var verdict : assessment.verdicts()) {
            verdict(json, verdict);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void classification(JsonGenerator json, Classification found) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", found.number());
        json.writeStringField("gene", found.gene());
        json.writeStringField("variant", found.change());
        json.writeNumberField("acmgClass", found.acmgClass());
        json.writeStringField("classifiedOn", found.classifiedOn().toString());
        json.writeStringField("source", found.source());
        json.writeEndObject();
    }

    private void verdict(JsonGenerator json, TherapyVerdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("therapy", verdict.pack().therapy());
        json.writeFieldName("name");
        Constant.write(json, verdict.pack().name());
        json.writeNumberField("packVersion", verdict.pack().version());
        json.writeStringField("routing", verdict.pack().routing().toString());
        json.writeBooleanField("sought", verdict.sought());
        judgements(json, verdict);
        access(json, verdict.access());
        texts(json, "warnings", verdict.warnings());
        json.writeArrayFieldStart("notices");
        for (var notice : verdict.pack().notices()) {
            Constant.write(json, notice);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missing");
        for (var missing : verdict.missing()) {
            missing(json, missing, verdict);
        }
        json.writeEndArray();
        texts(json, "decisive", verdict.decisive().keySet());
        dates(json, verdict.dates());
        json.writeArrayFieldStart("criteria");
        for (var criterion : verdict.criteria()) {
            criterion(json, criterion);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void access(JsonGenerator json, Access access) throws IOException {
        json.writeObjectFieldStart("access");
        json.writeStringField("status", access.open() ? "OPEN" : "CLOSED");
        bilingual(json, "reason", access.reason());
        json.writeEndObject();
    }

    private static void dates(JsonGenerator json, Dates dates) throws IOException {
        date(json, "deferredUntil", dates.deferredUntil());
        date(json, "opensOn", dates.opensOn());
        date(json, "eligibleUntil", dates.eligibleUntil());
        date(json, "validUntil", dates.validUntil());
    }

    private static void judgements(JsonGenerator json, TherapyVerdict verdict) throws IOException {
        judgement(json, "fr", verdict.fr());
        if (verdict.amm().isPresent()) {
            judgement(json, "amm", verdict.amm().get());
        } else {
            json.writeNullField("amm");
        }
    }

    private static void judgement(JsonGenerator json, String field, Judgement judgement) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("verdict", judgement.verdict().name());
        texts(json, "failing", judgement.failing());
        texts(json, "deferring", judgement.deferring());
        texts(json, "missing", judgement.missing());
        json.writeEndObject();
    }

    private void missing(JsonGenerator json, MissingCriterion missing, TherapyVerdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("criterion", missing.id());
        date(json, "pendingUntil", missing.pendingUntil());
        json.writeArrayFieldStart("facts");
        var decisive = verdict.decisive().getOrDefault(missing.id(), Set.of());
        for (var reading : missing.inputs()) {
            missingFact(json, reading, decisive.contains(reading.input()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void missingFact(JsonGenerator json, Reading reading, boolean decisive) throws IOException {
        var input = reading.input();
        json.writeStartObject();
        json.writeStringField("kind", input.kind().toString());
        json.writeStringField("code", input.code());
        json.writeStringField(
                "state", reading.state() == null ? null : reading.state().toString());
        json.writeStringField("why", reading.shortfall().toString());
        json.writeStringField("suppliedBy", suppliedBy(input));
        date(json, "expectedDate", Optional.ofNullable(reading.expected()));
        json.writeBooleanField("decisive", decisive);
        bilingual(json, "label", sentences.label(input));
        json.writeEndObject();
    }

    private String suppliedBy(Input input) {
        return switch (input.kind()) {
            case FACT -> knowledge.fact(input).suppliedBy();
            case PATIENT -> "clinician";
            case ANTIBODY, DETECTION, COPY_NUMBER, VARIANT, REPORT -> "laboratory";
        };
    }

    private void criterion(JsonGenerator json, JudgedCriterion judged) throws IOException {
        var criterion = judged.criterion();
        json.writeStartObject();
        Field.ID.in(json, criterion.id());
        Field.LAYER.in(json, layer(criterion.layers()));
        Field.KIND.in(json, criterion.kind().name());
        Field.TRUTH.in(json, judged.explanation().truth().toString());
        Field.EFFECT.in(json, judged.effect().toString());
        Field.TEXT.in(json);
        Constant.write(json, criterion.text());
        source(json, criterion.source());
        Field.EXPLANATION.in(json);
        explanations.write(json, judged.explanation(), criterion.source());
        json.writeEndObject();
    }

    /** A row of two layers counts once and names both; a warning has none. */
    private static String layer(Set<Layer> layers) {
        if (layers.size() < 2) {
            return layers.isEmpty() ? null : layers.iterator().next().name();
        }
        return layers.stream().sorted().map(Enum::name).collect(Collectors.joining("+"));
    }

    static void source(JsonGenerator json, Source source) throws IOException {
        Field.SOURCE.in(json);
        Constant.write(json, source);
    }

    static void bilingual(JsonGenerator json, String field, Bilingual text) throws IOException {
        json.writeFieldName(field);
        bilingual(json, text);
    }

    static void bilingual(JsonGenerator json, Bilingual text) throws IOException {
        if (text == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Field.FR.in(json, text.fr());
        Field.EN.in(json, text.en());
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String field, Collection<String> texts) throws IOException {
        json.writeFieldName(field);
        texts(json, texts);
    }

    static void texts(JsonGenerator json, Collection<String> texts) throws IOException {
        json.writeStartArray();
        for (var text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void date(JsonGenerator json, String field, Optional<LocalDate> date) throws IOException {
        json.writeStringField(field, date.map(LocalDate::toString).orElse(null));
    }
}
