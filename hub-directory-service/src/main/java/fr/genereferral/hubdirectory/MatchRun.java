package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Journey;
import fr.genereferral.hubdirectory.travel.Origin;
import fr.genereferral.hubdirectory.travel.TravelNeeds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The choice of hub, with every term of every hub and the reason for every hub left out. It is made once, never changed,
 * and the same request, directory and day give the same bytes. It names no fact of the patient: it outlives an erasure.
 *
 * @param day the day, in Paris, for which accreditations, ages and legs were read
 * @param legsAsOf the date of the youngest travel data used
 * @param evidence what a replay needs; null in a run from before it was kept
 */
public record MatchRun(
        UUID id,
        UUID referralId,
        int routing,
        String therapy,
        LocalDate day,
        Instant madeAt,
        Origin origin,
        RoutingParameters parameters,
        LocalDate legsAsOf,
        List<Candidate> ranked,
        List<Exclusion> excluded,
        Evidence evidence) {

    /**
     * A hub that may be asked.
     *
     * @param illustrative its accreditation is plausible, not verified
     * @param needs null in a run from before they were told
     */
    public record Candidate(
            int rank, HubName hub, boolean illustrative, Journey travel, Terms terms, TravelNeeds needs) {

        Candidate at(int place) {
            return new Candidate(place, hub, illustrative, travel, terms, needs);
        }

        Candidate under(RoutingParameters parameters) {
            var limits = parameters.travelLimits();
            var needed = limits == null || travel == null ? needs : limits.needsOf(travel);
            return new Candidate(rank, hub, illustrative, travel, terms.under(parameters), needed);
        }
    }

    /**
     * What the ranking adds up.
     *
     * @param expectedWaitDays null while it is unknown, which weighs nothing
     * @param preferredMinutes null when the family named no hub
     */
    public record Terms(
            int travelMinutes,
            Integer expectedWaitDays,
            int waitingMinutes,
            int followedMinutes,
            Integer preferredMinutes,
            int cost) {

        /** The terms before they are weighed. */
        record Measured(int travelMinutes, Integer expectedWaitDays, boolean followed, Boolean preferred) {

            Terms weighed(RoutingParameters weights) {
                var days = expectedWaitDays == null ? 0 : expectedWaitDays;
                var waiting = days * weights.minutesPerWaitingDay();
                var following = followed ? -weights.minutesOffIfFollowed() : 0;
                var preference = Boolean.TRUE.equals(preferred) ? -weights.preference() : 0;
                var cost = travelMinutes + waiting + following + preference;
                return new Terms(
                        travelMinutes,
                        expectedWaitDays,
                        waiting,
                        following,
                        preferred == null ? null : Integer.valueOf(preference),
                        cost);
            }
        }

        /** The same under other weights. */
        Terms under(RoutingParameters weights) {
            var preferred = preferredMinutes == null ? null : Boolean.valueOf(preferredMinutes != 0);
            return new Measured(travelMinutes, expectedWaitDays, followedMinutes != 0, preferred).weighed(weights);
        }
    }

    /** A hub left out, and the filter that did it. */
    public record Exclusion(HubName hub, ExclusionReason reason) {}

    /**
     * When and under which id a run is made.
     *
     * @param day the date in Paris
     */
    public record Occasion(UUID id, LocalDate day, Instant at) {}

    /**
     * Ranks the hubs.
     *
     * @param refusals hubs that are not to be asked because of what was said in this placement
     */
    public static MatchRun of(
            RoutingRequest request, Directory directory, Map<String, ExclusionReason> refusals, Occasion occasion) {
        var day = occasion.day();
        var background = request.background();
        var origin = directory.atlas().originOf(background.knownResidence(), background.hospital());
        var scale = Scale.of(request, directory, directory.atlas().from(origin, day), day);
        var sieve = Sieve.of(scale, refusals);
        directory.hubs().stream().sorted(Comparator.comparing(Hub::id)).forEach(sieve::sift);
        return new MatchRun(
                occasion.id(),
                request.referralId(),
                request.number(),
                request.asked().therapy(),
                day,
                occasion.at(),
                origin,
                scale.parameters(),
                directory.atlas().legsAsOf(day),
                ranked(sieve.able().stream()),
                List.copyOf(sieve.excluded()),
                Evidence.of(request, directory, day, sieve.forgone()));
    }

    static List<Candidate> ranked(Stream<Candidate> able) {
        var order = able.sorted(
                        Comparator.comparingInt((Candidate c) -> c.terms().cost())
                                .thenComparing(c -> c.hub().id()))
                .toList();
        return IntStream.range(0, order.size())
                .mapToObj(i -> order.get(i).at(i + 1))
                .toList();
    }

    /** The same run with other weights, ranking and exclusions. */
    MatchRun with(RoutingParameters weights, List<Candidate> order, List<Exclusion> leftOut) {
        return new MatchRun(
                id, referralId, routing, therapy, day, madeAt, origin, weights, legsAsOf, order, leftOut, evidence);
    }
}
