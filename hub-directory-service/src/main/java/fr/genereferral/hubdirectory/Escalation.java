package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A child whom nobody is asked to take: why, since when, and who could take it today.
 *
 * @param request as it was asked last
 * @param urgency as it is today
 * @param asked the offers of this search, oldest first
 * @param excluded hubs that the choice of this search has left out
 * @param able hubs that could take the child today, as they would be ranked whatever was said against them: by the weight that
 *     this search was asked for with, and by the age of today
 */
public record Escalation(
        RoutingRequest request,
        Urgency urgency,
        Instant since,
        EscalationCause cause,
        List<Asked> asked,
        List<MatchRun.Exclusion> excluded,
        List<Able> able) {

    /** @param byHand whether somebody had named the hub */
    public record Asked(Offer offer, boolean byHand) {}

    /** @param concern why a second person has to agree to it; empty where nobody has */
    public record Able(MatchRun.Candidate hub, Optional<Concern> concern) {}

    /** @param succession of the placement, as the directory stands now */
    public static Escalation of(Placement placement, Succession succession, Instant now) {
        var routing = placement.lastRouting();
        var request = routing.request();
        var offers = placement.offers().madeIn(routing.number());
        return new Escalation(
                request,
                succession.period(request, now).urgency(),
                since(offers, succession.run()),
                cause(offers),
                offers.stream()
                        .map(offer -> new Asked(offer, routing.isByHand(offer)))
                        .toList(),
                succession.run().excluded(),
                able(placement, succession, now));
    }

    /** Nobody once the child is no longer eligible, by what the rules had said when a hub was searched for. */
    private static List<Able> able(Placement placement, Succession succession, Instant now) {
        var today = succession.anew().apply(now);
        if (placement.lastRouting().request().isOverOn(today.day())) {
            return List.of();
        }
        var concerns = Concerns.of(placement, succession.run());
        return today.ranked().stream()
                .map(hub -> new Able(hub, concerns.about(hub.hub().id())))
                .toList();
    }

    /** The last word of a hub, or the choice that has found none. */
    private static Instant since(List<Offer> offers, MatchRun run) {
        return offers.stream()
                .map(Offer::endedAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(run.madeAt());
    }

    private static EscalationCause cause(List<Offer> offers) {
        if (offers.isEmpty()) {
            return EscalationCause.NO_HUB_LEFT;
        }
        var last = offers.get(offers.size() - 1);
        if (last.state() == OfferState.EXPIRED) {
            return EscalationCause.UNANSWERED;
        }
        return last.declineReason() == DeclineReason.CLINICALLY_UNSUITABLE
                ? EscalationCause.CLINICALLY_UNSUITABLE
                : EscalationCause.NO_HUB_LEFT;
    }
}
