package fr.genereferral.hubdirectory.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A birth date and a weight, looked for among the values of a stored document. Values are compared whole: the time
 * of a run may hold the digits of a weight (23:05:15.812 holds 5.8) and gives nothing away.
 */
record StoredFacts(String day, BigDecimal weight) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static StoredFacts of(String day, String weight) {
        return new StoredFacts(day, new BigDecimal(weight));
    }

    /** The values of the document that are one of the facts, as they are written, in the order of the document. */
    List<String> in(String json) {
        try {
            var found = new ArrayList<String>();
            look(JSON.readTree(json), found);
            return found;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + json, e);
        }
    }

    private void look(JsonNode node, List<String> found) {
        node.forEach(child -> look(child, found));
        if (node.isValueNode() && isFact(node.asText())) {
            found.add(node.asText());
        }
    }

    private boolean isFact(String value) {
        return value.startsWith(day) || isWeight(value);
    }

    private boolean isWeight(String value) {
        try {
            return new BigDecimal(value).compareTo(weight) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
