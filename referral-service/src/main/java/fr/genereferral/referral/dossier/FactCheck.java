package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.FactDictionary;
import fr.genereferral.referral.Paris;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Holds a dossier's facts against the fact dictionary, a byte copy of the one that eligibility-service owns. */
@ApplicationScoped
public class FactCheck {
    private static final String SOURCE = "/contracts/consumed/eligibility-service/fact-dictionary.json";

    private final FactDictionary dictionary;
    private final Clock clock;

    public FactCheck(ObjectMapper json, Clock clock) {
        this.clock = clock;
        try (var in = FactCheck.class.getResourceAsStream(SOURCE)) {
            dictionary = new FactDictionary(stream(json.readTree(in).path("facts"))
                    .map(FactCheck::entry)
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException("the fact dictionary does not read", e);
        }
    }

    /** @param pointer JSON pointer of the array */
    public List<Violation> violations(JsonNode facts, String pointer) {
        var today = Paris.dayOf(clock.instant());
        var stated = stream(facts).map(FactCheck::stated).toList();
        return dictionary.check(stated, pointer, today).stream()
                .map(v -> new Violation(
                        v.pointer(),
                        v.code().name(),
                        v.suggestion().orElse(v.allowed().isEmpty() ? null : String.join(", ", v.allowed()))))
                .toList();
    }

    /** Nothing, or that no fact has this code, with the one that may have been meant. */
    public List<Violation> violations(String code, String pointer) {
        var named = new FactDictionary.Stated(code, "not-done", null, null, null, null);
        return dictionary.check(List.of(named), "", Paris.dayOf(clock.instant())).stream()
                .map(v -> new Violation(pointer, v.code().name(), v.suggestion().orElse(null)))
                .toList();
    }

    private static FactDictionary.Entry entry(JsonNode fact) {
        Map<String, FactDictionary.Range> units = new HashMap<>();
        stream(fact.path("units"))
                .forEach(u -> units.put(
                        u.path("code").textValue(),
                        new FactDictionary.Range(
                                u.path("min").decimalValue(), u.path("max").decimalValue())));
        var values = new HashSet<String>();
        stream(fact.path("values")).forEach(v -> values.add(v.path("code").textValue()));
        var type = fact.path("type").textValue().toUpperCase(Locale.ROOT).replace('-', '_');
        return new FactDictionary.Entry(
                fact.path("code").textValue(), FactDictionary.Type.valueOf(type), units, values);
    }

    private static FactDictionary.Stated stated(JsonNode fact) {
        var date = fact.path("date").textValue();
        return new FactDictionary.Stated(
                fact.path("code").textValue(),
                fact.path("state").textValue(),
                value(fact.path("value")),
                fact.path("unit").textValue(),
                fact.path("operator").textValue(),
                date == null ? null : LocalDate.parse(date));
    }

    private static Object value(JsonNode value) {
        if (value.isNumber()) {
            return new BigDecimal(value.asText());
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
