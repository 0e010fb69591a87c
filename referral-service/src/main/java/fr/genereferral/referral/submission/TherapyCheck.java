package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Refused.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds the therapies asked for against the catalogue, a byte copy of the one that eligibility-service owns. */
@ApplicationScoped
class TherapyCheck {
    private static final String SOURCE = "/contracts/consumed/eligibility-service/therapies.json";

    private final Map<String, String> routingOf = new TreeMap<>();

    TherapyCheck(ObjectMapper json) {
        try (var in = TherapyCheck.class.getResourceAsStream(SOURCE)) {
            json.readTree(in)
                    .forEach(t -> routingOf.put(
                            t.path("id").textValue(), t.path("routing").textValue()));
        } catch (IOException e) {
            throw new IllegalStateException("the catalogue of therapies does not read", e);
        }
    }

    List<Violation> violations(JsonNode sought) {
        var found = new ArrayList<Violation>();
        for (var i = 0; i < sought.size(); i++) {
            var routing = routingOf.get(sought.get(i).textValue());
            var pointer = "/therapiesSought/" + i;
            if (routing == null) {
                found.add(new Violation(pointer, "THERAPY_UNKNOWN", String.join(", ", routingOf.keySet())));
            }
            if ("none".equals(routing)) {
                found.add(new Violation(pointer, "THERAPY_NEEDS_NO_HUB", null));
            }
        }
        return found;
    }
}
