package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Journey;
import fr.genereferral.hubdirectory.travel.Journeys;
import fr.genereferral.hubdirectory.travel.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The choice of hub, with every term of every hub and the reason for every hub left out. It is made once, never changed,
 * and the same request, directory and day give the same bytes. It names no fact of the patient: it outlives an erasure.
 *
 * @param day the day, in Paris, for which accreditations, ages and legs were read
 * @param legsAsOf the date of the youngest travel data used
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
        List<Exclusion> excluded) {

    /**
     * A hub that may be asked.
     *
     * @param illustrative its accreditation is plausible, not verified
     */
    public record Candidate(int rank, HubName hub, boolean illustrative, Journey travel, Terms terms) {

        Candidate at(int place) {
            return new Candidate(place, hub, illustrative, travel, terms);
        }
    }

    /**
     * What the ranking adds up.
     *
     * @param expectedWaitDays null while it is unknown, which weighs nothing
     */
    public record Terms(
            int travelMinutes, Integer expectedWaitDays, int waitingMinutes, int followedMinutes, int cost) {}

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
        var origin = directory
                .atlas()
                .originOf(
                        request.background().knownResidence(),
                        request.background().hospital());
        var parameters = directory.parametersOn(day);
        var scale = new Scale(request, parameters, directory.atlas().from(origin, day), day);
        var able = new ArrayList<Candidate>();
        var excluded = new ArrayList<Exclusion>();
        directory.hubs().stream().sorted(Comparator.comparing(Hub::id)).forEach(hub -> hub.exclusion(
                        request.asked().therapy(), request.patient(), day)
                .or(() -> Optional.ofNullable(refusals.get(hub.id())))
                .ifPresentOrElse(reason -> excluded.add(new Exclusion(hub.hubName(), reason)), () -> scale.weigh(hub)
                        .ifPresentOrElse(
                                able::add,
                                () -> excluded.add(new Exclusion(hub.hubName(), ExclusionReason.NO_WAY_KNOWN)))));
        return new MatchRun(
                occasion.id(),
                request.referralId(),
                request.number(),
                request.asked().therapy(),
                day,
                occasion.at(),
                origin,
                parameters,
                directory.atlas().legsAsOf(day),
                ranked(able),
                List.copyOf(excluded));
    }

    private static List<Candidate> ranked(List<Candidate> able) {
        var order = able.stream()
                .sorted(Comparator.comparingInt((Candidate c) -> c.terms().cost())
                        .thenComparing(c -> c.hub().id()))
                .toList();
        return IntStream.range(0, order.size())
                .mapToObj(i -> order.get(i).at(i + 1))
                .toList();
    }

    /** What a hub costs this child. */
    private record Scale(RoutingRequest request, RoutingParameters parameters, Journeys journeys, LocalDate day) {

        /** Empty when no way to the hub is known: a cost that nobody knows is not a low one. */
        Optional<Candidate> weigh(Hub hub) {
            return journeys.toHospital(hub.id()).map(journey -> weigh(hub, journey));
        }

        private Candidate weigh(Hub hub, Journey journey) {
            var waiting = hub.expectedWaitDays().orElse(0) * parameters.minutesPerWaitingDay();
            var followed = request.background().isFollowedBy(hub.id()) ? -parameters.minutesOffIfFollowed() : 0;
            var cost = journey.minutes() + waiting + followed;
            var terms = new Terms(journey.minutes(), hub.expectedWaitDays().orElse(null), waiting, followed, cost);
            var illustrative = hub.isIllustrative(request.asked().therapy(), request.patient(), day);
            return new Candidate(0, hub.hubName(), illustrative, journey, terms);
        }
    }
}
