package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a body, with what the description says of it.
 *
 * @param body the whole
 * @param schema of this place, references followed
 */
public record Spot(ObjectNode body, JsonPointer pointer, JsonNode schema) {
    private static final String MARK = "\"@here@\"";

    public static List<Spot> all(ServedApi api, ObjectNode body, JsonNode schema) {
        var found = new ArrayList<Spot>();
        walk(api, new Spot(body, JsonPointer.empty(), api.resolved(schema)), found);
        return found;
    }

    private static void walk(ServedApi api, Spot spot, List<Spot> found) {
        found.add(spot);
        var value = spot.value();
        if (value.isObject()) {
            value.fieldNames().forEachRemaining(name -> {
                var schema = api.resolved(spot.schema.path("properties").path(name));
                walk(api, new Spot(spot.body, spot.pointer.appendProperty(name), schema), found);
            });
        }
        for (var i = 0; value.isArray() && i < value.size(); i++) {
            walk(api, new Spot(spot.body, spot.pointer.appendIndex(i), api.resolved(spot.schema.path("items"))), found);
        }
    }

    public JsonNode value() {
        return body.at(pointer);
    }

    public boolean isRoot() {
        return pointer.matches();
    }

    String at() {
        return pointer.toString();
    }

    boolean allows(String type) {
        for (var choice : schema.path("oneOf")) {
            if (allows(choice, type)) {
                return true;
            }
        }
        return allows(schema, type);
    }

    /** Every integer is a number. */
    private static boolean allows(JsonNode schema, String type) {
        var allowed = schema.path("type").asText();
        return allowed.equals(type) || type.equals("integer") && allowed.equals("number");
    }

    /** The body with these bytes in the place of the value. */
    byte[] with(byte[] raw) {
        if (isRoot()) {
            return raw;
        }
        var copy = body.deepCopy();
        var parent = copy.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), marker());
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), marker());
        }
        var text = copy.toString();
        var mark = text.indexOf(MARK);
        var out = new ByteArrayOutputStream();
        out.writeBytes(text.substring(0, mark).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(raw);
        out.writeBytes(text.substring(mark + MARK.length()).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    public byte[] with(String json) {
        return with(json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode marker() {
        return ServedApi.JSON.getNodeFactory().textNode(MARK.substring(1, MARK.length() - 1));
    }
}
