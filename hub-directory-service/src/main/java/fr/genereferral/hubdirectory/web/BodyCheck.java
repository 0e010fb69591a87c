package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Refused.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads the fields of a small body, and of the objects in it, and says at the end everything at once that is wrong. */
public final class BodyCheck {
    private final JsonNode body;
    private final String at;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations;
    private final List<BodyCheck> parts = new ArrayList<>();

    private BodyCheck(JsonNode body, String at, List<Violation> violations) {
        this.body = body;
        this.at = at;
        this.violations = violations;
    }

    /** @throws Refused MALFORMED */
    public static BodyCheck of(byte[] body) {
        return of(StrictJson.parse(body));
    }

    /** Of a part of a body. */
    public static BodyCheck of(JsonNode part) {
        if (!part.isObject()) {
            throw Refused.invalid(List.of(new Violation("", "WRONG_TYPE", "object")));
        }
        return new BodyCheck(part, "", new ArrayList<>());
    }

    public boolean has(String name) {
        return body.has(name);
    }

    /** An object in the body. */
    public BodyCheck part(String name) {
        var given = required(name);
        if (!given.isObject()) {
            wrong(name, "WRONG_TYPE", "object");
        }
        return part(given, at + "/" + name);
    }

    /** One without fields when it is absent. */
    public BodyCheck optionalPart(String name) {
        known.add(name);
        return body.has(name) ? part(name) : part(body.path(name), at + "/" + name);
    }

    /** A list of objects; none when it is absent. */
    public List<BodyCheck> parts(String name, int most) {
        var items = items(name, most);
        return IntStream.range(0, items.size())
                .mapToObj(i -> item(items.get(i), at + "/" + name + "/" + i))
                .toList();
    }

    private BodyCheck item(JsonNode given, String pointer) {
        if (!given.isObject()) {
            violations.add(new Violation(pointer, "WRONG_TYPE", "object"));
        }
        return part(given, pointer);
    }

    private BodyCheck part(JsonNode given, String pointer) {
        var part = new BodyCheck(given, pointer, violations);
        parts.add(part);
        return part;
    }

    /** A list of texts; none when it is absent. */
    public List<String> texts(String name, Pattern pattern, int most) {
        var items = items(name, most);
        for (var i = 0; i < items.size(); i++) {
            if (!isText(items.get(i), pattern)) {
                violations.add(new Violation(at + "/" + name + "/" + i, "WRONG_FORMAT", pattern.pattern()));
            }
        }
        return items.stream().map(JsonNode::asText).toList();
    }

    private List<JsonNode> items(String name, int most) {
        known.add(name);
        return BodyItems.of(body.path(name), at + "/" + name, most, violations);
    }

    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        var given = required(name).asText();
        if (!names.contains(given)) {
            wrong(name, "VALUE_NOT_ALLOWED", String.join(", ", names));
            return null;
        }
        return Enum.valueOf(type, given);
    }

    /** Null when it is absent. */
    public LocalDate optionalDate(String name) {
        known.add(name);
        return body.has(name) ? date(name) : null;
    }

    public LocalDate date(String name) {
        var given = required(name).asText();
        try {
            if (Parameters.DATE.matcher(given).matches()) {
                return plausible(name, LocalDate.parse(given));
            }
        } catch (DateTimeParseException e) {
            // A day that the calendar does not have is as wrong as any other text.
        }
        wrong(name, "WRONG_FORMAT", "YYYY-MM-DD");
        return null;
    }

    private LocalDate plausible(String name, LocalDate day) {
        if (Parameters.isPlausible(day)) {
            return day;
        }
        wrong(name, "VALUE_OUT_OF_BOUNDS", Parameters.EARLIEST + " … " + Parameters.LATEST);
        return null;
    }

    public String text(String name, Pattern pattern) {
        var given = required(name);
        if (!isText(given, pattern)) {
            wrong(name, "WRONG_FORMAT", pattern.pattern());
        }
        return given.asText();
    }

    private static boolean isText(JsonNode given, Pattern pattern) {
        return given.isTextual() && pattern.matcher(given.textValue()).matches();
    }

    public String optionalText(String name, Pattern pattern, String otherwise) {
        return body.has(name) ? text(name, pattern) : absent(name, otherwise);
    }

    /** A list of different texts of one form; null when it is absent. */
    public List<String> optionalTexts(String name, Pattern form, int most) {
        if (!body.has(name)) {
            return absent(name, null);
        }
        var texts = texts(name, form, most);
        if (new HashSet<>(texts).size() < texts.size()) {
            wrong(name, "DUPLICATE", null);
        }
        return texts;
    }

    /** Null when it is absent. */
    public Integer wholeNumber(String name, int most) {
        var given = number(name, most);
        if (given != null && given.stripTrailingZeros().scale() > 0) {
            wrong(name, "WRONG_FORMAT", "0 … " + most);
            return null;
        }
        return given == null ? null : given.intValue();
    }

    /** Null when it is absent. */
    public BigDecimal number(String name, int most) {
        return number(name, 0, most);
    }

    /** As far below 0 as above it; null when it is absent. */
    public BigDecimal signedNumber(String name, int most) {
        return number(name, -most, most);
    }

    private BigDecimal number(String name, int least, int most) {
        known.add(name);
        var given = body.path(name);
        if (given.isMissingNode()) {
            return null;
        }
        if (!given.isNumber()) {
            wrong(name, "WRONG_TYPE", "number");
            return null;
        }
        var number = given.decimalValue();
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            wrong(name, "VALUE_OUT_OF_BOUNDS", least + " … " + most);
            return null;
        }
        return number;
    }

    public boolean yesOrNo(String name) {
        known.add(name);
        var given = body.path(name);
        if (!given.isMissingNode() && !given.isBoolean()) {
            wrong(name, "WRONG_TYPE", "boolean");
        }
        return given.asBoolean(false);
    }

    /** To be called last: what was not asked for is not known. */
    public void done() {
        refuseUnknown();
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }

    private void refuseUnknown() {
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(new Violation(at + "/" + Pointers.escaped(name), "FIELD_UNKNOWN", null));
            }
        });
        parts.forEach(BodyCheck::refuseUnknown);
    }

    /** Null when it is absent. */
    public <E extends Enum<E>> E optionalOneOf(String name, Class<E> type) {
        return body.has(name) ? oneOf(name, type) : absent(name, null);
    }

    private <T> T absent(String name, T otherwise) {
        known.add(name);
        return otherwise;
    }

    private JsonNode required(String name) {
        known.add(name);
        return body.path(name);
    }

    /** @param place of something in a list: {@code languages/1} */
    public void wrongItem(String place, String code) {
        wrongItem(place, code, null);
    }

    /** The same, with what was expected there. */
    public void wrongItem(String place, String code, String expected) {
        violations.add(new Violation(at + "/" + place, code, expected));
    }

    /** For what only two fields together show. */
    public void wrong(String name, String code, String expected) {
        violations.add(new Violation(at + "/" + name, body.has(name) ? code : "FIELD_MISSING", expected));
    }
}
