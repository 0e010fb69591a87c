package fr.genereferral.referral.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.RoutingFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** What routing needs of a dossier. */
public final class Routable {
    private Routable() {}

    public static RoutingFacts facts(JsonNode dossier) {
        return new RoutingFacts(
                LocalDate.parse(dossier.path("birthDate").textValue()),
                dossier.path("residenceDepartement").textValue(),
                dossier.path("followedBy").textValue(),
                latestWeight(dossier));
    }

    private static BigDecimal latestWeight(JsonNode dossier) {
        return StreamSupport.stream(dossier.path("facts").spliterator(), false)
                .filter(f -> f.path("code").asText().equals("body-weight"))
                .filter(f -> f.path("state").asText().equals("present"))
                .filter(f -> f.path("value").isNumber())
                .max(Comparator.comparing(f -> f.path("date").asText("")))
                .map(f -> f.path("value").decimalValue().setScale(1, RoundingMode.HALF_UP))
                .orElse(null);
    }
}
