package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of the classes of variants besides what each dossier says. */
public final class Classifications {
    public static final Classifications NONE = new Classifications(List.of());

    private final Map<String, List<Classification>> byVariant;
    private final long last;

    public Classifications(List<Classification> all) {
        byVariant = all.stream().collect(Collectors.groupingBy(Classification::variant));
        last = all.stream().mapToLong(Classification::number).max().orElse(0);
    }

    /** The number of the one that was recorded last; 0 when there is none. */
    public long last() {
        return last;
    }

    /** What was known on a day: a class that was found later did not count yet. */
    Classifications asOf(LocalDate day) {
        return new Classifications(byVariant.values().stream()
                .flatMap(List::stream)
                .filter(c -> !c.classifiedOn().isAfter(day))
                .toList());
    }

    /** The call with the class that was found last, whoever found it. */
    VariantCall appliedTo(VariantCall call) {
        var newest = newest(call);
        if (newest.isEmpty()) {
            return call;
        }
        var day = newest.get(0).classifiedOn();
        var stated = call.classifiedOn();
        if (stated != null && stated.isAfter(day)) {
            return call;
        }
        var classes = newest.stream().map(Classification::acmgClass).distinct().toList();
        var found = classes.get(0);
        // Two different ones of the same day leave it uncertain, as between two reports.
        var agreed = classes.size() == 1 && (!day.equals(stated) || found.equals(call.acmgClass()));
        return call.ofClass(agreed ? found : null, day);
    }

    /** In the order of recording; empty when nothing was found of this variant. */
    List<Classification> of(VariantCall call) {
        return byVariant.isEmpty() || !call.isNamed()
                ? List.of()
                : byVariant.getOrDefault(call.variant(), List.of()).stream()
                        .sorted(Comparator.comparingLong(Classification::number))
                        .toList();
    }

    private List<Classification> newest(VariantCall call) {
        var all = of(call);
        var day = all.stream()
                .map(Classification::classifiedOn)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return all.stream().filter(c -> c.classifiedOn().equals(day)).toList();
    }
}
