package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.hubdirectory.Refused.Violation;
import java.util.ArrayList;
import java.util.List;

/** The items of a list in a body; none of one that is absent, is no list, or is too long. */
final class BodyItems {
    private BodyItems() {}

    static List<JsonNode> of(JsonNode given, String pointer, int most, List<Violation> violations) {
        if (!given.isMissingNode() && !given.isArray()) {
            violations.add(new Violation(pointer, "WRONG_TYPE", "array"));
        }
        if (given.isArray() && given.size() > most) {
            violations.add(new Violation(pointer, "TOO_LONG", "≤ " + most));
        }
        var items = new ArrayList<JsonNode>();
        if (given.isArray() && given.size() <= most) {
            given.forEach(items::add);
        }
        return items;
    }
}
