package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What every hub can do, as one transaction finds it.
 *
 * @param told by hub and therapy
 * @param rests of a whole hub, by hub, and of one therapy, by hub and therapy
 */
public record Capacities(
        Map<Place, List<CapacityPlan.Rate>> told,
        Map<Place, List<CapacityPlan.Rest>> rests,
        Map<Place, Map<Week, Set<Integer>>> taken) {

    /**
     * A therapy at a hub.
     *
     * @param therapy null for every one
     */
    public record Place(String hub, String therapy) {}

    public CapacityPlan plan(String hub, String therapy) {
        var place = new Place(hub, therapy);
        var whole = rests.getOrDefault(new Place(hub, null), List.of());
        var own = rests.getOrDefault(place, List.of());
        return new CapacityPlan(
                told.getOrDefault(place, List.of()),
                whole.isEmpty()
                        ? own
                        : Stream.concat(whole.stream(), own.stream()).toList(),
                taken.getOrDefault(place, Map.of()));
    }

    /**
     * Why a hub is not asked, if it takes nobody as far as one looks ahead for a child, or could not say yes. For a child who cannot
     * wait longer a hub that is full so long takes nobody either.
     *
     * @param weeks how far that is
     * @param canWait whether the child can be treated later, too
     */
    Optional<ExclusionReason> exclusion(String hub, String therapy, LocalDate day, int weeks, boolean canWait) {
        var plan = plan(hub, therapy);
        return plan.isShut(day, weeks) || !canWait && plan.isFull(day, weeks)
                ? Optional.of(ExclusionReason.PAUSED)
                : Optional.empty();
    }

    /** The therapies of which a hub has told something. */
    public Set<String> therapiesOf(String hub) {
        var therapies = new TreeSet<String>();
        told.keySet().stream()
                .filter(place -> place.hub().equals(hub))
                .forEach(place -> therapies.add(place.therapy()));
        rests.keySet().stream()
                .filter(place -> place.hub().equals(hub) && place.therapy() != null)
                .forEach(place -> therapies.add(place.therapy()));
        return therapies;
    }
}
