package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Atlas;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The directory as one transaction reads it: hubs with their accreditations, geography, dated parameters. */
public record Directory(List<Hub> hubs, Atlas atlas, List<RoutingParameters> parameters) {

    /** The parameters in force on a day. */
    public RoutingParameters parametersOn(LocalDate day) {
        return parameters.stream()
                .filter(p -> !p.validFrom().isAfter(day))
                .max(Comparator.comparing(RoutingParameters::validFrom))
                .orElseThrow(() -> new IllegalStateException("no routing parameters on " + day));
    }

    /** The hubs that a hard filter keeps out that day, beside what was said in a placement. */
    Map<String, ExclusionReason> exclusions(String therapy, PatientFacts patient, LocalDate day) {
        return hubs.stream()
                .filter(hub -> hub.exclusion(therapy, patient, day).isPresent())
                .collect(Collectors.toMap(
                        Hub::id, hub -> hub.exclusion(therapy, patient, day).orElseThrow()));
    }
}
