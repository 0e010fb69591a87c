package fr.genereferral.hubdirectory;

import java.time.Instant;

/** The clock of an offer that a hub has to answer: it rests while the hub waits for the hospital. */
record RestingClock(AnswerPeriod period, Rest rest) {

    /** The hub has asked the hospital something, or was told: it rests as long as anything is open. */
    RestingClock heard(OfferQuestion said, AnswerLimits limits, Instant now) {
        if (rest.isToBegin()) {
            return begun(said.between(period.offeredAt(), now), limits);
        }
        return rest.isToEnd() ? ended(said.between(rest.since(), now), limits) : this;
    }

    /** Not when the time to answer had passed, nor when the clock has rested for as long as it may. */
    private RestingClock begun(Instant at, AnswerLimits limits) {
        var urgency = period.urgency();
        var left = limits.left(urgency, at, period.expiresAt());
        var latest = rest.until() == null ? limits.restsUntil(urgency, at) : rest.until();
        if (left.isZero() || !latest.isAfter(at)) {
            return this;
        }
        var begun = rest.begun(at, latest, left);
        return new RestingClock(period.until(limits.resumed(urgency, latest, begun.left())), begun);
    }

    private RestingClock ended(Instant at, AnswerLimits limits) {
        var resumed =
                at.isBefore(rest.until()) ? period.until(limits.resumed(period.urgency(), at, rest.left())) : period;
        return new RestingClock(resumed, rest.ended(at));
    }
}
