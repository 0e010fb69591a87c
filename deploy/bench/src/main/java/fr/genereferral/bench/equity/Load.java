package fr.genereferral.bench.equity;

import fr.genereferral.bench.report.Findings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How busy each hub is under each policy: the share of its starts that are asked for. Waits are made of it. */
record Load(List<Outcome> outcomes, Map<String, Hospital> hospitals, int years) {
    /** From here on a queue has no end, and a wait tells how long was played. */
    private static final double FULL = 1;

    void tell(Findings findings) {
        var policies =
                outcomes.stream().map(outcome -> outcome.policy().title()).collect(Collectors.joining(" | "));
        findings.say(
                "Load (rho) of a hub: patients a year that come to it for a therapy, times the days between two starts, by"
                        + " the 365 days of a year. **Every wait below depends on it**, so on the capacities, which are"
                        + " assumed, on how many hubs are accredited, most of them illustrative, and on births. Near 1 a"
                        + " little more or less of any of these changes the waits greatly; from 1 on they grow with every"
                        + " year that is played.");
        findings.table("therapy | hub | " + policies, rows());
        findings.say("Queues at load 1 or above: %s.", full());
    }

    List<String> rows() {
        var loads =
                outcomes.stream().map(outcome -> of(outcome.treated(), years)).toList();
        return loads.stream()
                .flatMap(load -> load.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((Slot slot) -> slot.disease().therapy())
                        .thenComparing(this::name)
                        .thenComparing(Slot::hub))
                .map(slot -> row(slot, loads))
                .toList();
    }

    private String row(Slot slot, List<Map<Slot, Double>> loads) {
        return loads.stream()
                .map(load -> String.format(Locale.ROOT, "%.2f", load.getOrDefault(slot, 0.0)))
                .collect(Collectors.joining(" | ", slot.disease().therapy() + " | " + name(slot) + " | ", ""));
    }

    private String name(Slot slot) {
        return hospitals.get(slot.hub()).name();
    }

    private String full() {
        return outcomes.stream()
                .map(outcome -> outcome.policy().title() + " "
                        + of(outcome.treated(), years).values().stream()
                                .filter(load -> load >= FULL)
                                .count())
                .collect(Collectors.joining(", "));
    }

    /** @param years how many the patients came in */
    static Map<Slot, Double> of(List<Treated> treated, int years) {
        var loads = new HashMap<Slot, Double>();
        treated.forEach(child -> loads.merge(
                child.slot(), (double) child.slot().disease().daysBetweenStarts() / (Year.DAYS * years), Double::sum));
        return loads;
    }
}
