package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonGenerator;
import fr.genereferral.eligibility.Demand;
import fr.genereferral.eligibility.Explanation;
import fr.genereferral.eligibility.Reading;
import fr.genereferral.eligibility.Source;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes an explanation node by node; every node can be understood alone, so each carries the criterion's source. */
final class ExplanationWriter {
    private final Sentences sentences;

    ExplanationWriter(Sentences sentences) {
        this.sentences = sentences;
    }

    void write(JsonGenerator json, Explanation node, Source source) throws IOException {
        json.writeStartObject();
        json.writeStringField("node", node.node());
        json.writeStringField("truth", node.truth().toString());
        AssessmentWriter.bilingual(json, "text", sentences.of(node));
        fact(json, node.reading());
        threshold(json, node.demand());
        AssessmentWriter.source(json, source);
        json.writeArrayFieldStart("parts");
        for (var part : node.parts()) {
            write(json, part, source);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void fact(JsonGenerator json, Reading reading) throws IOException {
        if (reading == null) {
            json.writeNullField("fact");
            return;
        }
        json.writeObjectFieldStart("fact");
        json.writeStringField("kind", reading.input().kind().toString());
        json.writeStringField("code", reading.input().code());
        json.writeStringField("state", text(reading.state()));
        json.writeStringField("why", text(reading.shortfall()));
        json.writeStringField("operator", text(reading.operator()));
        value(json, reading.value());
        json.writeStringField("unit", reading.unit());
        json.writeStringField("date", text(reading.date()));
        json.writeStringField("expectedDate", text(reading.expected()));
        json.writeStringField("suppliedBy", reading.source());
        json.writeArrayFieldStart("contradicting");
        for (var statement : reading.contradicting()) {
            statement(json, statement);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One of several statements that cannot all be true. */
    private static void statement(JsonGenerator json, Reading reading) throws IOException {
        json.writeStartObject();
        json.writeStringField("state", text(reading.state()));
        json.writeStringField("operator", text(reading.operator()));
        value(json, reading.value());
        json.writeStringField("unit", reading.unit());
        json.writeStringField("date", text(reading.date()));
        json.writeStringField("suppliedBy", reading.source());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof BigDecimal number) {
            json.writeNumberField("value", number);
            return;
        }
        if (value instanceof Integer number) {
            json.writeNumberField("value", number);
            return;
        }
        json.writeStringField("value", text(value));
    }

    private static void threshold(JsonGenerator json, Demand demand) throws IOException {
        if (demand == null) {
            json.writeNullField("threshold");
            return;
        }
        json.writeObjectFieldStart("threshold");
        json.writeStringField("operator", demand.operator());
        AssessmentWriter.texts(json, "values", demand.values());
        json.writeStringField("unit", demand.unit());
        json.writeEndObject();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
