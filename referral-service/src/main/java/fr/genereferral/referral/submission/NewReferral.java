package fr.genereferral.referral.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.RoutingFacts;
import fr.genereferral.referral.Therapies;
import fr.genereferral.referral.web.StrictJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The body of POST /v1/referrals, already checked, and the command in one.
 *
 * @param therapiesSought in order of preference; absent or empty: every open one that needs a hub
 * @param dossier Dossier.v1, JSON
 * @param identity the patient's identity; each field is sealed on its own
 */
public record NewReferral(List<String> therapiesSought, ObjectNode dossier, ObjectNode identity) {
    public static NewReferral from(JsonNode checked) {
        return StrictJson.convert(checked, NewReferral.class);
    }

    Therapies therapies() {
        return new Therapies(therapiesSought == null ? List.of() : therapiesSought);
    }

    /** The dossier as the other services may read it. */
    public String clinicalDossier() {
        return ClinicalDossier.of(dossier);
    }

    Map<String, byte[]> identityFields() {
        var fields = new HashMap<String, byte[]>();
        identity.properties()
                .forEach(e -> fields.put(e.getKey(), e.getValue().toString().getBytes(StandardCharsets.UTF_8)));
        return fields;
    }

    RoutingFacts routingFacts() {
        return new RoutingFacts(
                LocalDate.parse(dossier.path("birthDate").textValue()),
                dossier.path("residenceDepartement").textValue(),
                dossier.path("followedBy").textValue(),
                latestWeight());
    }

    private BigDecimal latestWeight() {
        return facts().filter(f -> f.path("code").asText().equals("body-weight"))
                .filter(f -> f.path("state").asText().equals("present"))
                .filter(f -> f.path("value").isNumber())
                .max(Comparator.comparing(f -> f.path("date").asText("")))
                .map(f -> f.path("value").decimalValue().setScale(1, RoundingMode.HALF_UP))
                .orElse(null);
    }

    private Stream<JsonNode> facts() {
        return StreamSupport.stream(dossier.path("facts").spliterator(), false);
    }

    @Override
    public String toString() {
        return "NewReferral[redacted]";
    }
}
