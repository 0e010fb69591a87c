package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Atlas;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directory as one transaction finds it: hubs, what they may do and can do, geography, dated parameters. It is that of all
 * who ask at a time: it is read, and never changed.
 */
public record Directory(List<Hub> hubs, Atlas atlas, List<RoutingParameters> parameters, Capacities capacities) {

    /** The parameters in force on a day. */
    public RoutingParameters parametersOn(LocalDate day) {
        return parameters.stream()
                .filter(p -> !p.validFrom().isAfter(day))
                .max(Comparator.comparing(RoutingParameters::validFrom))
                .orElseThrow(() -> new IllegalStateException("no routing parameters on " + day));
    }

    /** The hubs that a hard filter keeps out that day, beside what was said in a placement. */
    Map<String, ExclusionReason> exclusions(RoutingRequest request, LocalDate day) {
        var therapy = request.asked().therapy();
        var parameters = parametersOn(day);
        var weeks = request.weeksAhead(day, parameters);
        var canWait = request.canWait(day, parameters);
        var exclusions = new HashMap<String, ExclusionReason>();
        hubs.forEach(hub -> hub.exclusion(therapy, request.patient(), day)
                .or(() -> capacities.exclusion(hub.id(), therapy, day, weeks, canWait))
                .ifPresent(reason -> exclusions.put(hub.id(), reason)));
        return exclusions;
    }

    /** The hub of that id. */
    public Optional<Hub> hub(String id) {
        return hubs.stream().filter(hub -> hub.id().equals(id)).findFirst();
    }
}
