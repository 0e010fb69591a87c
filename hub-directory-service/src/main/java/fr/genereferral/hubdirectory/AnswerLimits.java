package fr.genereferral.hubdirectory;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a hub may answer. ROUTINE counts working days of metropolitan France, to the same time of day; the others
 * count hours, nights and weekends included.
 */
public record AnswerLimits(RoutingParameters parameters, PublicHolidays holidays) {

    /** The time of an offer that is made now. What has become more pressing since the routing was asked for is so. */
    AnswerPeriod period(RoutingRequest request, Instant offeredAt) {
        var today = Paris.dayOf(offeredAt);
        var now = parameters.urgencyBounds().on(today, request.patient().birthDate(), request.eligibleUntil());
        var urgency = request.urgency().or(now);
        return new AnswerPeriod(urgency, offeredAt, deadline(urgency, offeredAt));
    }

    Instant deadline(Urgency urgency, Instant offeredAt) {
        return switch (urgency) {
            case ROUTINE -> working().daysAfter(offeredAt, parameters.routineWorkingDays());
            case PRESSING -> offeredAt.plus(Duration.ofHours(parameters.pressingHours()));
            case CRITICAL -> offeredAt.plus(Duration.ofHours(parameters.criticalHours()));
        };
    }

    /** Until when at the latest the clock of an offer may rest whose hub begins to ask. */
    Instant restsUntil(Urgency urgency, Instant askedAt) {
        var limits = parameters.restLimits();
        return switch (urgency) {
            case ROUTINE -> working().daysAfter(askedAt, limits.routineWorkingDays());
            case PRESSING -> askedAt.plus(Duration.ofHours(limits.pressingHours()));
            case CRITICAL -> askedAt.plus(Duration.ofHours(limits.criticalHours()));
        };
    }

    /** What is left of the time to answer, counted as the time itself is; none once it has passed. */
    Duration left(Urgency urgency, Instant at, Instant expiresAt) {
        if (urgency == Urgency.ROUTINE) {
            return working().between(at, expiresAt);
        }
        return expiresAt.isAfter(at) ? Duration.between(at, expiresAt) : Duration.ZERO;
    }

    /** Until when a hub may answer whose clock runs on with what was left. */
    Instant resumed(Urgency urgency, Instant at, Duration left) {
        return urgency == Urgency.ROUTINE ? working().after(at, left) : at.plus(left);
    }

    private WorkingTime working() {
        return new WorkingTime(holidays);
    }
}
