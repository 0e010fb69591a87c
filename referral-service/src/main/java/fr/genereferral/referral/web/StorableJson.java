package fr.genereferral.referral.web;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Refused.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is valid JSON and cannot be kept as it came: PostgreSQL's text has no NUL, UTF-8 has no half of a surrogate
 * pair (it would be stored as "?"), and a number beyond every bound of the API overflows where a schema compares longs.
 */
final class StorableJson {
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private static final int MOST_DECIMALS = 12;

    private final List<Violation> found = new ArrayList<>();

    private StorableJson() {}

    static List<Violation> violations(JsonNode body) {
        var check = new StorableJson();
        check.walk(body, "");
        return List.copyOf(check.found);
    }

    private void walk(JsonNode node, String pointer) {
        if (node.isTextual() && !storable(node.textValue())) {
            found.add(new Violation(pointer, "WRONG_FORMAT", null));
        }
        if (node.isNumber() && !bounded(node.decimalValue())) {
            found.add(new Violation(pointer, "VALUE_OUT_OF_BOUNDS", null));
        }
        for (var i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.get(i), pointer + "/" + i);
        }
        node.properties().forEach(field -> field(field.getKey(), field.getValue(), pointer));
    }

    /** A name that cannot be stored cannot be quoted either: its object is named instead. */
    private void field(String name, JsonNode value, String object) {
        if (!storable(name)) {
            found.add(new Violation(object, "FIELD_UNKNOWN", null));
            return;
        }
        walk(value, object + "/" + Pointers.escaped(name));
    }

    private static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Asks the scale first: a comparison would write out all the zeros of 1e999999999. */
    private static boolean bounded(BigDecimal number) {
        return number.scale() <= MOST_DECIMALS
                && number.precision() - (long) number.scale() <= MOST_DECIMALS + 1
                && number.abs().compareTo(LARGEST) <= 0;
    }
}
