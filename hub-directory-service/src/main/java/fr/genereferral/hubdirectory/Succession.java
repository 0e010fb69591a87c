package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is asked next: the ranking of a match run, less the hubs that a hard filter has come to exclude since.
 *
 * @param fallenOut what excludes a hub today, by hub
 * @param ids ids for new offers
 * @param anew the choice as it would be made at an instant of that day, whatever was said against a hub
 */
public record Succession(
        MatchRun run,
        Map<String, ExclusionReason> fallenOut,
        AnswerLimits limits,
        Supplier<UUID> ids,
        Function<Instant, MatchRun> anew) {

    /** The succession as the directory stands on a day. */
    public static Succession asOf(
            LocalDate day, MatchRun run, RoutingRequest request, Directory directory, Terms terms) {
        Function<Instant, MatchRun> anew = at -> MatchRun.of(
                request.whateverTheFamilyDeclines(),
                directory,
                Map.of(),
                new MatchRun.Occasion(terms.ids().get(), day, at));
        return new Succession(run, directory.exclusions(request, day), terms.limits(), terms.ids(), anew);
    }

    /** What does not depend on the directory. */
    public record Terms(AnswerLimits limits, Supplier<UUID> ids) {}

    Stream<MatchRun.Candidate> remaining(Set<String> asked) {
        return run.ranked().stream()
                .filter(c -> !asked.contains(c.hub().id()))
                .filter(c -> !fallenOut.containsKey(c.hub().id()));
    }

    /** Not accredited any longer, not for this child any longer, or closed. A hub that rests has lost nothing. */
    boolean hasLostAccreditation(String hub) {
        return fallenOut.containsKey(hub) && fallenOut.get(hub) != ExclusionReason.PAUSED;
    }

    /** Whether the hub could say yes today. */
    boolean isAble(String hub) {
        return !fallenOut.containsKey(hub);
    }

    /**
     * The turn of a hub that somebody names: by a choice of its own.
     *
     * @throws Refused when it cannot take the child today, nobody can any more, or there is no such hub
     */
    Turn byHand(String hub, RoutingRequest request, Instant now) {
        var today = anew.apply(now);
        if (request.isOverOn(today.day())) {
            throw Refused.because("NO_LONGER_ELIGIBLE");
        }
        return Turn.of(today, hub).orElseThrow(() -> today.excluded().stream()
                .filter(exclusion -> exclusion.hub().id().equals(hub))
                .findFirst()
                .map(exclusion -> Refused.notAble(exclusion.reason()))
                .orElseGet(() -> Refused.invalid(List.of(new Refused.Violation("/hub", "HUB_UNKNOWN", null)))));
    }

    /**
     * Why nobody else is asked: who was left out from the start, who has kept silent, and who has fallen out since without
     * either. Each hub once: what it has said last, when it was asked though it had been left out.
     */
    List<MatchRun.Exclusion> excluded(Collection<String> declined, Collection<HubName> silent) {
        var heard = Stream.concat(declined.stream(), silent.stream().map(HubName::id))
                .collect(Collectors.toSet());
        var leftOut = run.excluded().stream()
                .filter(exclusion -> !heard.contains(exclusion.hub().id()));
        var unanswered = silent.stream().map(hub -> new MatchRun.Exclusion(hub, ExclusionReason.UNANSWERED));
        var since = run.ranked().stream()
                .map(MatchRun.Candidate::hub)
                .filter(hub -> !heard.contains(hub.id()))
                .filter(hub -> fallenOut.containsKey(hub.id()))
                .map(hub -> new MatchRun.Exclusion(hub, fallenOut.get(hub.id())));
        return Stream.of(leftOut, unanswered, since)
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
