package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who is asked next: the ranking of a match run, less the hubs that a hard filter has come to exclude since.
 *
 * @param fallenOut what excludes a hub today, by hub
 * @param ids ids for new offers
 */
public record Succession(
        MatchRun run, Map<String, ExclusionReason> fallenOut, AnswerLimits limits, Supplier<UUID> ids) {

    /** The succession as the directory stands on a day. */
    public static Succession asOf(
            LocalDate day, MatchRun run, RoutingRequest request, Directory directory, Terms terms) {
        return new Succession(run, directory.exclusions(request, day), terms.limits(), terms.ids());
    }

    /** What does not depend on the directory. */
    public record Terms(AnswerLimits limits, Supplier<UUID> ids) {}

    Stream<MatchRun.Candidate> remaining(Set<String> asked) {
        return run.ranked().stream()
                .filter(c -> !asked.contains(c.hub().id()))
                .filter(c -> !fallenOut.containsKey(c.hub().id()));
    }

    Optional<MatchRun.Candidate> next(Set<String> asked) {
        return remaining(asked).findFirst();
    }

    /** Not accredited any longer, not for this child any longer, or closed. A hub that rests has lost nothing. */
    boolean hasLostAccreditation(String hub) {
        return fallenOut.containsKey(hub) && fallenOut.get(hub) != ExclusionReason.PAUSED;
    }

    /** Whether the hub could say yes today. */
    boolean isAble(String hub) {
        return !fallenOut.containsKey(hub);
    }

    /** The place of a hub that was asked. */
    MatchRun.Candidate ranked(String hub) {
        return run.ranked().stream()
                .filter(c -> c.hub().id().equals(hub))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a hub was asked that is not ranked"));
    }

    /**
     * Why nobody else is asked: who was left out from the start, who has kept silent, and who has fallen out since without
     * either.
     */
    List<MatchRun.Exclusion> excluded(Collection<String> declined, Collection<HubName> silent) {
        var unanswered = silent.stream().map(hub -> new MatchRun.Exclusion(hub, ExclusionReason.UNANSWERED));
        var since = run.ranked().stream()
                .map(MatchRun.Candidate::hub)
                .filter(hub -> !declined.contains(hub.id()) && !silent.contains(hub))
                .filter(hub -> fallenOut.containsKey(hub.id()))
                .map(hub -> new MatchRun.Exclusion(hub, fallenOut.get(hub.id())));
        return Stream.of(run.excluded().stream(), unanswered, since)
                .flatMap(Function.identity())
                .toList();
    }

    UUID newId() {
        return ids.get();
    }

    AnswerPeriod period(RoutingRequest request, Instant offeredAt) {
        return limits.period(request, offeredAt);
    }
}
