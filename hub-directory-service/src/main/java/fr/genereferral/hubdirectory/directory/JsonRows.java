package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.Pointers;
import fr.genereferral.hubdirectory.web.StrictJson;
import java.util.ArrayList;
import java.util.List;

/** An import as JSON: a list of hubs and one of accreditations, each with the fields of the API. */
final class JsonRows {
    private static final List<String> LISTS = List.of("hubs", "accreditations");

    private JsonRows() {}

    static ImportRows of(byte[] body) {
        var parsed = StrictJson.parse(body);
        var wrong = new ArrayList<Refused.Violation>();
        if (!parsed.isObject()) {
            wrong.add(new Refused.Violation("", "WRONG_TYPE", "object"));
        }
        parsed.fieldNames().forEachRemaining(name -> {
            var pointer = "/" + Pointers.escaped(name);
            if (!LISTS.contains(name)) {
                wrong.add(new Refused.Violation(pointer, "FIELD_UNKNOWN", null));
            } else if (!parsed.get(name).isArray()) {
                wrong.add(new Refused.Violation(pointer, "WRONG_TYPE", "array"));
            } else if (parsed.get(name).size() > ImportRows.MOST) {
                wrong.add(new Refused.Violation(pointer, "TOO_LONG", "≤ " + ImportRows.MOST));
            }
        });
        if (!wrong.isEmpty()) {
            throw Refused.invalid(wrong);
        }
        return new ImportRows(rows(parsed, "hubs"), rows(parsed, "accreditations"));
    }

    private static List<ImportRows.Row> rows(JsonNode body, String list) {
        var rows = new ArrayList<ImportRows.Row>();
        for (var row : body.path(list)) {
            rows.add(new ImportRows.Row(rows.size() + 1, "/" + list + "/" + rows.size(), row));
        }
        return rows;
    }
}
