package fr.genereferral.hubdirectory;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What speaks against hubs that could take a child of whom the coordinator has to dispose.
 *
 * @param family hubs that the family has declined
 * @param declined hubs that have said no
 * @param ranked hubs that the choice of this search has found
 */
record Concerns(Set<String> family, Set<String> declined, Set<String> ranked) {

    /** @param run the match run that the placement is at */
    static Concerns of(Placement placement, MatchRun run) {
        var refusals = placement.refusals();
        var wishes = placement.lastRouting().request().background().wishes();
        var family = new HashSet<>(wishes.declined());
        family.addAll(refusedFor(ExclusionReason.REFUSED_BY_FAMILY, refusals));
        var declined = new HashSet<>(placement.offers().everDeclinedIn(placement.lastNumber()));
        declined.addAll(refusedFor(ExclusionReason.ALREADY_DECLINED, refusals));
        var ranked = run.ranked().stream().map(c -> c.hub().id()).collect(Collectors.toSet());
        return new Concerns(family, declined, ranked);
    }

    private static Set<String> refusedFor(ExclusionReason reason, Map<String, ExclusionReason> refusals) {
        return refusals.entrySet().stream()
                .filter(refusal -> refusal.getValue() == reason)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The weightiest; empty where one person may decide alone. */
    Optional<Concern> about(String hub) {
        if (family.contains(hub)) {
            return Optional.of(Concern.REFUSED_BY_FAMILY);
        }
        if (declined.contains(hub)) {
            return Optional.of(Concern.ALREADY_DECLINED);
        }
        return ranked.contains(hub) ? Optional.empty() : Optional.of(Concern.NOT_RANKED);
    }
}
