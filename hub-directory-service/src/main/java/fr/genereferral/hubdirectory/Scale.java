package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.MatchRun.Candidate;
import fr.genereferral.hubdirectory.MatchRun.Terms;
import fr.genereferral.hubdirectory.travel.Journey;
import fr.genereferral.hubdirectory.travel.Journeys;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a hub costs this child.
 *
 * @param weeks how far one looks ahead for a place
 */
record Scale(
        RoutingRequest request,
        RoutingParameters parameters,
        Journeys journeys,
        Capacities capacities,
        LocalDate day,
        int weeks) {

    static Scale of(RoutingRequest request, Directory directory, Journeys journeys, LocalDate day) {
        var parameters = directory.parametersOn(day);
        var weeks = request.weeksAhead(day, parameters);
        return new Scale(request, parameters, journeys, directory.capacities(), day, weeks);
    }

    /** Empty when no way to the hub is known: a cost that nobody knows is not a low one. */
    Optional<Candidate> weigh(Hub hub) {
        return journeys.toHospital(hub.id()).map(journey -> weigh(hub, journey));
    }

    /** The same for a hub that is left out. */
    Optional<Terms> terms(Hub hub) {
        return journeys.toHospital(hub.id()).map(journey -> terms(hub, journey));
    }

    private Candidate weigh(Hub hub, Journey journey) {
        var illustrative = hub.isIllustrative(request.asked().therapy(), request.patient(), day);
        var needs = parameters.travelLimits().needsOf(journey);
        return new Candidate(0, hub.hubName(), illustrative, journey, terms(hub, journey), needs);
    }

    private Terms terms(Hub hub, Journey journey) {
        var background = request.background();
        return new Terms.Measured(
                        journey.minutes(),
                        waitDays(hub),
                        background.isFollowedBy(hub.id()),
                        background.wishes().preferenceFor(hub.id()))
                .weighed(parameters);
    }

    /** What the weeks to come show; else what was recorded of the hub as a whole. Null while neither is known. */
    private Integer waitDays(Hub hub) {
        return capacities
                .plan(hub.id(), request.asked().therapy())
                .waitDays(day)
                .or(hub::expectedWaitDays)
                .orElse(null);
    }

    /** That it takes nobody as far as one looks ahead, if so. */
    Optional<ExclusionReason> rest(Hub hub) {
        var canWait = request.canWait(day, parameters);
        return capacities.exclusion(hub.id(), request.asked().therapy(), day, weeks, canWait);
    }
}
