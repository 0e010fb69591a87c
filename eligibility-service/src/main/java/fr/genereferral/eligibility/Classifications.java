package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    /** The number up to which everything that is recorded had been found by a day. */
    public long lastBy(LocalDate day) {
        return byVariant.values().stream()
                .flatMap(List::stream)
                .filter(c -> c.classifiedOn().isAfter(day))
                .mapToLong(c -> c.number() - 1)
                .min()
                .orElse(last);
    }

    /** What was known on a day: a class that was found later did not count yet. */
    Classifications asOf(LocalDate day) {
        return new Classifications(byVariant.values().stream()
                .flatMap(List::stream)
                .filter(c -> !c.classifiedOn().isAfter(day))
                .toList());
    }

    /**
     * The call with the class that was found last, whoever found it.
     *
     * @param reportedOn the day by which a class without a day of its own was given; null when that is not known either
     */
    VariantCall appliedTo(VariantCall call, LocalDate reportedOn) {
        var newest = newest(call);
        if (newest.isEmpty()) {
            return call;
        }
        var day = newest.get(0).classifiedOn();
        var found = newest.stream().map(Classification::acmgClass).distinct().toList();
        var stated = call.classifiedOn() == null ? reportedOn : call.classifiedOn();
        if (call.acmgClass() == null && call.classifiedOn() == null || stated != null && stated.isBefore(day)) {
            return call.ofClass(found.size() == 1 ? found.get(0) : null, day);
        }
        if (stated != null && stated.isAfter(day)) {
            return call;
        }
        // Of one day, or nobody knows which was first: as between two reports, it is uncertain unless they agree.
        return found.equals(List.of(Objects.requireNonNullElse(call.acmgClass(), 0))) ? call : call.ofClass(null, day);
    }

    /** Without what was found of these variants. */
    Classifications without(Set<String> variants) {
        return variants.isEmpty()
                ? this
                : new Classifications(byVariant.entrySet().stream()
                        .filter(found -> !variants.contains(found.getKey()))
                        .flatMap(found -> found.getValue().stream())
                        .toList());
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
