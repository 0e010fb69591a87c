package fr.genereferral.hubdirectory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

/**
 * What a hub has asked of the hospital under an offer, and how the offer's clock rests while it waits. The first question
 * begins the time in which it may rest; after that it runs, whatever is asked.
 *
 * @param asked how many questions so far
 * @param open how many of them wait for an answer
 * @param since since when the clock rests; null while no question is open, and where one came too late
 * @param until when it runs on at the latest; null before the first question
 * @param leftMillis what was left of the time to answer when it began to rest; null while it does not
 * @param restedMillis for how long it has rested before, as time goes by
 */
@Embeddable
public record Rest(
        @Column(name = "questions") int asked,
        @Column(name = "open_questions") int open,
        @Column(name = "resting_since") Instant since,
        @Column(name = "rests_until") Instant until,
        @Column(name = "left_millis") Long leftMillis,
        @Column(name = "rested_millis") long restedMillis) {

    static Rest none() {
        return new Rest(0, 0, null, null, null, 0);
    }

    Rest counting(OfferQuestion said) {
        return new Rest(asked + (said.isNew() ? 1 : 0), said.open(), since, until, leftMillis, restedMillis);
    }

    Rest begun(Instant at, Instant latest, Duration left) {
        return new Rest(asked, open, at, latest, left.toMillis(), restedMillis);
    }

    Rest ended(Instant at) {
        var end = at.isBefore(until) ? at : until;
        var rested = restedMillis + Duration.between(since, end).toMillis();
        return new Rest(asked, open, null, until, null, rested);
    }

    Duration left() {
        return Duration.ofMillis(leftMillis);
    }

    /** Whether a question has come to be open, or none is any more, and the clock does not know yet. */
    boolean isToBegin() {
        return open > 0 && since == null;
    }

    boolean isToEnd() {
        return open == 0 && since != null;
    }

    /** A clock that has rested for as long as it may runs, though the question is still open. */
    boolean isOn(Instant now) {
        return since != null && until.isAfter(now);
    }
}
