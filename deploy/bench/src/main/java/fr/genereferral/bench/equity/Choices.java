package fr.genereferral.bench.equity;

import fr.genereferral.bench.load.Foresight;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each disease and each département the hubs that the running service would rank, with its minutes of travel.
 *
 * @param minutesPerWaitingDay what a day of wait weighs in the platform's cost, as it serves it
 */
record Choices(Map<String, List<Choice>> ranked, int minutesPerWaitingDay) {

    static Choices ask(Foresight foresight, Country country, List<Disease> diseases) {
        var ranked = new HashMap<String, List<Choice>>();
        var weight = 0;
        for (var disease : diseases) {
            foresight.renewToken();
            for (var departement : country.departements()) {
                var run = foresight.preview(disease.therapy(), disease.ageYears(), departement.code());
                weight = run.getJsonObject("parameters").getInteger("minutesPerWaitingDay");
                ranked.put(key(disease, departement), choices(run, departement, country));
            }
        }
        return new Choices(ranked, weight);
    }

    List<Choice> of(Disease disease, Departement departement) {
        return ranked.get(key(disease, departement));
    }

    private static String key(Disease disease, Departement departement) {
        return disease.therapy() + "/" + departement.code();
    }

    private static List<Choice> choices(JsonObject run, Departement departement, Country country) {
        return run.getJsonArray("ranked").stream()
                .map(JsonObject.class::cast)
                .map(candidate -> choice(candidate, departement, country))
                .toList();
    }

    private static Choice choice(JsonObject candidate, Departement departement, Country country) {
        var hub = candidate.getJsonObject("hub").getString("id");
        var minutes = candidate.getJsonObject("terms").getInteger("travelMinutes");
        return new Choice(
                hub,
                minutes,
                departement.seat().kilometresTo(country.hospitals().get(hub).site()));
    }
}
