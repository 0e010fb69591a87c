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
        Field.NODE.in(json, node.node());
        Field.TRUTH.in(json, node.truth().toString());
        Field.TEXT.in(json);
        AssessmentWriter.bilingual(json, sentences.of(node));
        fact(json, node.reading());
        threshold(json, node.demand());
        AssessmentWriter.source(json, source);
        Field.PARTS.in(json);
        json.writeStartArray();
        for (var part : node.parts()) {
            write(json, part, source);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void fact(JsonGenerator json, Reading reading) throws IOException {
        Field.FACT.in(json);
        if (reading == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Field.KIND.in(json, reading.input().kind().toString());
        Field.CODE.in(json, reading.input().code());
        Field.STATE.in(json, text(reading.state()));
        Field.WHY.in(json, text(reading.shortfall()));
        Field.OPERATOR.in(json, text(reading.operator()));
        value(json, reading.value());
        Field.UNIT.in(json, reading.unit());
        Field.DATE.in(json, text(reading.date()));
        Field.EXPECTED_DATE.in(json, text(reading.expected()));
        Field.SUPPLIED_BY.in(json, reading.source());
        Field.CONTRADICTING.in(json);
        json.writeStartArray();
        for (var statement : reading.contradicting()) {
            statement(json, statement);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One of several statements that cannot all be true. */
    private static void statement(JsonGenerator json, Reading reading) throws IOException {
        json.writeStartObject();
        Field.STATE.in(json, text(reading.state()));
        Field.OPERATOR.in(json, text(reading.operator()));
        value(json, reading.value());
        Field.UNIT.in(json, reading.unit());
        Field.DATE.in(json, text(reading.date()));
        Field.SUPPLIED_BY.in(json, reading.source());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        Field.VALUE.in(json);
        if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(text(value));
        }
    }

    private static void threshold(JsonGenerator json, Demand demand) throws IOException {
        Field.THRESHOLD.in(json);
        if (demand == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Field.OPERATOR.in(json, demand.operator());
        Field.VALUES.in(json);
        AssessmentWriter.texts(json, demand.values());
        Field.UNIT.in(json, demand.unit());
        json.writeEndObject();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
