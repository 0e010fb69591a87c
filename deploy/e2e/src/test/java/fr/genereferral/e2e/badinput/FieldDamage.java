package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be wrong at one place of a body, by what its schema demands there. */
final class FieldDamage {
    private static final String[] WRONG = {"WRONG_TYPE", "WRONG_FORMAT", "VALUE_NOT_ALLOWED"};
    private static final Map<String, String> OTHER_TYPES = Map.of(
            "boolean", "true", "integer", "17", "number", "17.5", "string", "\"x\"", "array", "[]", "object", "{}");
    private static final List<String> NO_DATES = List.of(
            "2026-02-30",
            "2025-02-29",
            "2026-13-01",
            "2026-00-10",
            "0000-00-00",
            "20261123",
            "2026-11-23T00:00:00Z",
            "23/11/2026",
            "+12026-01-01",
            "2026-11-23\\n",
            "٢٠٢٦-11-23",
            "");
    private static final List<String> NO_FIELDS =
            List.of("zz", "__proto__", "", "a/b~c", "\u202Eeman", "\u200B", "Dossier", "id ", "$ref");

    private final Spot spot;
    private final List<Damage> found = new ArrayList<>();

    private FieldDamage(Spot spot) {
        this.spot = spot;
    }

    static List<Damage> at(Spot spot) {
        var damage = new FieldDamage(spot);
        damage.types();
        damage.numbers();
        if (spot.allows("string")) {
            damage.texts();
        }
        if (spot.value() instanceof ObjectNode object) {
            damage.fields(object);
        }
        if (spot.value() instanceof ArrayNode array) {
            damage.lists(array);
        }
        return damage.found;
    }

    private void types() {
        OTHER_TYPES.forEach((type, json) -> {
            if (!spot.allows(type)) {
                add("wrong type", json, Expected.at(spot.at(), WRONG));
            }
        });
        add("null", "null", Expected.at(spot.at(), WRONG));
    }

    private void numbers() {
        for (var beyond : List.of("1e400", "-1e400", "1e999999999", "1e-999999999", "123456789012345678901234567890")) {
            add("number beyond all bounds", beyond, Expected.at(spot.at(), "VALUE_OUT_OF_BOUNDS"));
        }
        for (var none :
                List.of("NaN", "Infinity", "-Infinity", "0x10", "01", "+1", ".5", "1.", "1" + "0".repeat(500))) {
            add("not a number of JSON", none, Expected.malformed());
        }
        if (spot.schema().has("minimum")) {
            var below = spot.schema().get("minimum").decimalValue().subtract(java.math.BigDecimal.ONE);
            add("below the minimum", below.toPlainString(), Expected.at(spot.at(), "VALUE_OUT_OF_BOUNDS"));
        }
        if (spot.schema().has("maximum")) {
            var above = spot.schema().get("maximum").decimalValue().add(java.math.BigDecimal.ONE);
            add("above the maximum", above.toPlainString(), Expected.at(spot.at(), "VALUE_OUT_OF_BOUNDS"));
        }
    }

    private void texts() {
        for (var unstorable : List.of("a\\u0000b", "\\ud800", "x\\udc00y", "\\ud800\\ud800")) {
            text("NUL or half a surrogate pair", unstorable, Expected.at(spot.at(), WRONG));
        }
        for (var malformed : List.of("a\u0000b", "a\u0001b", "a\nb", "\\x41", "\\u12G4")) {
            text("raw control character or false escape", malformed, Expected.malformed());
        }
        for (var bytes :
                new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            var quoted = new byte[bytes.length + 2];
            quoted[0] = quoted[quoted.length - 1] = '"';
            System.arraycopy(bytes, 0, quoted, 1, bytes.length);
            found.add(new Damage("invalid UTF-8", spot.with(quoted), Expected.malformed()));
        }
        if (spot.schema().has("enum")) {
            for (var other : List.of(
                    "NOT_ONE_OF_THEM",
                    "",
                    spot.value().asText() + " ",
                    "\\u202e" + spot.value().asText())) {
                text("not one of the codes", other, Expected.at(spot.at(), "VALUE_NOT_ALLOWED"));
            }
        }
        if (spot.schema().path("format").asText().equals("date")) {
            NO_DATES.forEach(date -> text("no date", date, Expected.at(spot.at(), "WRONG_FORMAT")));
        }
        if (spot.schema().has("pattern")) {
            // A pattern that ends in $ is easily read as "or just before a last line break".
            for (var tail : List.of("\\n", "\\u2028", "\\u0007", "\\u0085")) {
                text("control character", spot.value().asText() + tail, Expected.at(spot.at(), "WRONG_FORMAT"));
            }
        }
        if (spot.schema().has("maxLength")) {
            var longer = "a".repeat(spot.schema().get("maxLength").intValue() + 1);
            text("too long", longer, Expected.at(spot.at(), "TOO_LONG", "WRONG_FORMAT"));
            text("very long", longer.repeat(20), Expected.at(spot.at(), "TOO_LONG", "WRONG_FORMAT"));
        }
        if (spot.schema().path("minLength").asInt() > 0) {
            text("empty", "", Expected.at(spot.at(), "TOO_SHORT", "WRONG_FORMAT"));
        }
    }

    private void fields(ObjectNode object) {
        for (var name : NO_FIELDS) {
            if (!object.has(name)) {
                var pointer = spot.pointer().appendProperty(name).toString();
                replaced("unknown field", object.deepCopy().put(name, 1), Expected.at(pointer, "FIELD_UNKNOWN"));
            }
        }
        replaced("unknown field of a long name", object.deepCopy().put("z".repeat(5000), 1), Expected.any(422));
        for (var required : spot.schema().path("required")) {
            var pointer = spot.pointer().appendProperty(required.textValue()).toString();
            replaced(
                    "required field missing",
                    object.deepCopy().without(required.textValue()),
                    Expected.at(pointer, "FIELD_MISSING"));
        }
        object.fieldNames().forEachRemaining(name -> {
            var text = object.toString();
            var twice = text.substring(0, text.length() - 1) + ",\"" + name + "\":" + object.get(name) + "}";
            add("key twice", twice, Expected.malformed());
        });
        add("deep nesting", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), Expected.malformed());
    }

    private void lists(ArrayNode array) {
        add("deep nesting", "[".repeat(10_000) + "]".repeat(10_000), Expected.malformed());
        add("item null", "[null]", Expected.at(spot.pointer().appendIndex(0).toString(), WRONG));
        if (array.isEmpty()) {
            return;
        }
        var most = spot.schema().path("maxItems").asInt(Integer.MAX_VALUE);
        if (most < Integer.MAX_VALUE) {
            var many = ServedApi.JSON.createArrayNode();
            for (var i = 0; i <= most; i++) {
                many.add(array.get(0));
            }
            replaced("too many items", many, Expected.at(spot.at(), "TOO_LONG"));
        }
        if (spot.schema().path("uniqueItems").asBoolean()) {
            replaced("item twice", array.deepCopy().add(array.get(0)), Expected.at(spot.at(), "DUPLICATE"));
        }
    }

    private void replaced(String kind, JsonNode value, Expected expected) {
        add(kind, value.toString(), expected);
    }

    private void text(String kind, String escaped, Expected expected) {
        add(kind, "\"" + escaped + "\"", expected);
    }

    private void add(String kind, String json, Expected expected) {
        found.add(new Damage(kind, spot.with(json), expected));
    }
}
