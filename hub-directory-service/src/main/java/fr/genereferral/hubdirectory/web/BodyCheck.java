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

/** Reads the fields of a small body and says at the end everything at once that is wrong with it. */
public final class BodyCheck {
    /** Java's own form also knows years of nine digits, and before Christ. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonNode body;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private BodyCheck(JsonNode body) {
        this.body = body;
    }

    /** @throws Refused MALFORMED */
    public static BodyCheck of(byte[] body) {
        var parsed = StrictJson.parse(body);
        if (!parsed.isObject()) {
            throw Refused.invalid(List.of(new Violation("", "WRONG_TYPE", "object")));
        }
        return new BodyCheck(parsed);
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

    public LocalDate date(String name) {
        var given = required(name).asText();
        try {
            if (DATE.matcher(given).matches()) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeParseException e) {
            // A day that the calendar does not have is as wrong as any other text.
        }
        wrong(name, "WRONG_FORMAT", "YYYY-MM-DD");
        return null;
    }

    public String text(String name, Pattern pattern) {
        var given = required(name);
        if (!given.isTextual() || !pattern.matcher(given.textValue()).matches()) {
            wrong(name, "WRONG_FORMAT", pattern.pattern());
        }
        return given.asText();
    }

    public String optionalText(String name, Pattern pattern, String otherwise) {
        return body.has(name) ? text(name, pattern) : absent(name, otherwise);
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
        known.add(name);
        var given = body.path(name);
        if (given.isMissingNode()) {
            return null;
        }
        if (!given.isNumber()) {
            wrong(name, "WRONG_TYPE", "number");
            return null;
        }
        if (given.decimalValue().signum() < 0 || given.decimalValue().compareTo(BigDecimal.valueOf(most)) > 0) {
            wrong(name, "VALUE_OUT_OF_BOUNDS", "0 … " + most);
            return null;
        }
        return given.decimalValue();
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
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violations.add(new Violation("/" + Pointers.escaped(name), "FIELD_UNKNOWN", null));
            }
        });
        if (!violations.isEmpty()) {
            throw Refused.invalid(violations);
        }
    }

    private String absent(String name, String otherwise) {
        known.add(name);
        return otherwise;
    }

    private JsonNode required(String name) {
        known.add(name);
        return body.path(name);
    }

    /** For what only two fields together show. */
    public void wrong(String name, String code, String expected) {
        violations.add(new Violation("/" + name, body.has(name) ? code : "FIELD_MISSING", expected));
    }
}
