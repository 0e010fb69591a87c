package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Demand;
import fr.genereferral.eligibility.Explanation;
import fr.genereferral.eligibility.Reading;
import fr.genereferral.eligibility.Source;
import java.math.BigDecimal;

/** Writes an explanation node by node; every node can be understood alone, so each carries the criterion's source. */
final class ExplanationWriter {
    private final Sentences sentences;

    ExplanationWriter(Sentences sentences) {
        this.sentences = sentences;
    }

    ObjectNode write(Explanation node, Source source) {
        var json = AssessmentWriter.NODES.objectNode();
        json.put("node", node.node());
        json.put("truth", node.truth().toString());
        json.set("text", AssessmentWriter.bilingual(sentences.of(node)));
        json.set("fact", fact(node.reading()));
        json.set("threshold", threshold(node.demand()));
        json.set("source", AssessmentWriter.source(source));
        var parts = json.putArray("parts");
        node.parts().forEach(part -> parts.add(write(part, source)));
        return json;
    }

    private ObjectNode fact(Reading reading) {
        if (reading == null) {
            return null;
        }
        var json = AssessmentWriter.NODES.objectNode();
        json.put("kind", reading.input().kind().toString());
        json.put("code", reading.input().code());
        json.put("state", text(reading.state()));
        json.put("why", text(reading.shortfall()));
        json.put("operator", text(reading.operator()));
        value(json, reading.value());
        json.put("unit", reading.unit());
        json.put("date", text(reading.date()));
        json.put("expectedDate", text(reading.expected()));
        json.put("suppliedBy", reading.source());
        return json;
    }

    private static void value(ObjectNode json, Object value) {
        if (value instanceof BigDecimal number) {
            json.put("value", number);
            return;
        }
        if (value instanceof Integer number) {
            json.put("value", number);
            return;
        }
        json.put("value", text(value));
    }

    private static ObjectNode threshold(Demand demand) {
        if (demand == null) {
            return null;
        }
        var json = AssessmentWriter.NODES.objectNode();
        json.put("operator", demand.operator());
        var values = json.putArray("values");
        demand.values().forEach(values::add);
        json.put("unit", demand.unit());
        return json;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
