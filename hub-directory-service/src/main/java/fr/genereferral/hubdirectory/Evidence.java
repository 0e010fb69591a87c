package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the choice of hub did not need and a replay of it does. It names no fact of the patient: of age and weight only
 * whether they lie within bounds that the directory has, which the choice shows too.
 *
 * @param forgone what the hubs that were left out would have cost, where a way to them was known
 * @param weightKnown a weight that is missing keeps no hub out, whatever its bounds
 * @param fits every pair of bounds for the therapy that held that day
 */
public record Evidence(List<Forgone> forgone, boolean weightKnown, List<Fit> fits) {

    /**
     * A hub that was left out.
     *
     * @param refusal what was said against it in the placement, by the family or by itself; null when nothing was
     */
    public record Forgone(String hub, ExclusionReason refusal, MatchRun.Terms terms) {}

    /** Whether the patient lay within the bounds of age, and of weight. */
    public record Fit(Band band, boolean age, boolean weight) {}

    static Evidence of(RoutingRequest request, Directory directory, LocalDate day, List<Forgone> forgone) {
        var patient = request.patient();
        var fits = directory.hubs().stream()
                .flatMap(hub -> hub.bands(request.asked().therapy(), day))
                .distinct()
                .sorted(Comparator.comparing(Band::toString))
                .map(band -> new Fit(band, band.coversAge(patient, day), band.coversWeight(patient)))
                .toList();
        return new Evidence(List.copyOf(forgone), patient.weightKg() != null, fits);
    }

    Optional<Forgone> about(String hub) {
        return forgone.stream().filter(f -> f.hub().equals(hub)).findFirst();
    }

    /** Whether the patient would have lain within other bounds. */
    Certainty covers(Band band) {
        var age = covers(band.ages(), fit -> fit.band().ages(), Fit::age);
        var weight = weightKnown ? covers(band.weights(), fit -> fit.band().weights(), Fit::weight) : Certainty.YES;
        return age.and(weight);
    }

    private Certainty covers(Range wanted, Function<Fit, Range> range, Function<Fit, Boolean> within) {
        if (wanted.isOpen()) {
            return Certainty.YES;
        }
        for (var fit : fits) {
            var known = range.apply(fit);
            var inside = within.apply(fit);
            if (inside && known.isWithin(wanted)) {
                return Certainty.YES;
            }
            if (inside ? known.isApartFrom(wanted) : wanted.isWithin(known)) {
                return Certainty.NO;
            }
        }
        return Certainty.UNKNOWN;
    }
}
