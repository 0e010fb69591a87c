package fr.genereferral.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Hostile path and query parameters of a request that is right otherwise. */
final class AddressDamage {
    private static final List<String> NO_SUCH = List.of(
            "x",
            "null",
            "-1",
            "%00",
            "%0a",
            "%ff",
            "%C3%28",
            "%E2%80%8F",
            "%20",
            "'--",
            "%27%20OR%201=1",
            "..%2f..",
            "%2e%2e%2fx",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "01a20ab1508871d081e470306572dd46",
            "a".repeat(3000),
            "%F0%9F%A7%AC",
            "$%7Bjndi:x%7D");
    private static final List<String> BROKEN = List.of("%", "%zz", "%2", "{id}", "a|b", "\u00ff", "\"x\"", "<x>", "^");

    private final Operation operation;
    private final Call valid;
    private final String path;
    private final List<Case> found = new ArrayList<>();

    private AddressDamage(Operation operation, Call valid, String path) {
        this.operation = operation;
        this.valid = valid;
        this.path = path;
    }

    /** @param path of the description, the names of its parameters in braces */
    static List<Case> of(Operation operation, Call valid) {
        var damage = new AddressDamage(operation, valid, operation.path());
        operation.parameters("path").forEach(damage::path);
        operation.parameters("query").forEach(damage::query);
        return damage.found;
    }

    private void path(JsonNode parameter) {
        for (var value : NO_SUCH) {
            add("path", target(parameter, value), absent(parameter));
        }
        add("path", target(parameter, UUID.randomUUID().toString()), absent(parameter));
        for (var value : BROKEN) {
            add("broken path", target(parameter, value), Expected.noAddress(400, 404, 409));
        }
    }

    /** A therapy is no resource of its own: a hub that has no accreditation for it cannot lose it. */
    private static Expected absent(JsonNode parameter) {
        return parameter.get("name").textValue().equals("therapy") ? Expected.any(404, 409) : Expected.any(404);
    }

    /** The parameter's value in place of that of the valid request, whose other parameters stay. */
    private String target(JsonNode parameter, String value) {
        var names = path.split("/");
        var values = valid.target().split("/");
        for (var i = 0; i < names.length; i++) {
            if (names[i].equals("{" + parameter.get("name").textValue() + "}")) {
                values[i] = value;
            }
        }
        return String.join("/", values);
    }

    private void query(JsonNode parameter) {
        var schema = operation.api().resolved(parameter.get("schema"));
        var name = parameter.get("name").textValue();
        var wrong = new ArrayList<>(List.of("%00", "x%0a", "%F0%9F%A7%AC", "%ff", "a".repeat(2000), "'--"));
        if (schema.has("maximum")) {
            wrong.addAll(
                    List.of("0", "-1", "201", "1e2", "5.0", "0x5", "%2B5", "%D9%A1", "99999999999999999999", "50%20"));
        }
        if (schema.path("format").asText().equals("uuid")) {
            wrong.addAll(List.of("1-1-1-1-1", "01a20ab1508871d081e470306572dd46", "null"));
        }
        if (schema.path("format").asText().equals("date-time")) {
            wrong.addAll(List.of(
                    "2026-02-30T00:00:00Z",
                    "2026-11-23",
                    "2026-11-23T00:00:00",
                    "2026-11-23T25:00:00Z",
                    "%2B294277-01-01T00:00:00Z",
                    "%2B1000000000-12-31T23:59:59Z",
                    "-1000000000-01-01T00:00:00Z",
                    "-5000-01-01T00:00:00Z",
                    "1764000000"));
        }
        if (schema.has("enum")) {
            wrong.addAll(List.of("offered", "OPEN%20", "NOT_ONE"));
        }
        wrong.forEach(value ->
                add("query", valid.target() + "?" + name + "=" + value, Expected.problem(400, "PARAMETER_INVALID")));
        for (var value : List.of("%", "%zz", "%2")) {
            add("broken query", valid.target() + "?" + name + "=" + value, Expected.noAddress(400));
        }
    }

    private void add(String kind, String target, Expected expected) {
        found.add(new Case(operation.id(), kind, valid.withTarget(target), expected));
    }
}
