package fr.genereferral.hubdirectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A field that is no longer what it was.
 *
 * @param from null when nothing was known
 * @param to null when nothing is known any longer
 */
public record FieldChange(String field, String from, String to) {

    /** The first words on something: every value that is known. */
    static List<FieldChange> first(Map<String, ?> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(value ->
                        new FieldChange(value.getKey(), null, value.getValue().toString()))
                .toList();
    }

    /** What a wish changes; a field that it does not name stays. */
    static List<FieldChange> between(Map<HubField, String> now, Map<HubField, String> wanted) {
        var changes = new ArrayList<FieldChange>();
        wanted.forEach((field, value) -> {
            if (!Objects.equals(now.get(field), value)) {
                changes.add(new FieldChange(field.json(), now.get(field), value));
            }
        });
        return changes;
    }
}
