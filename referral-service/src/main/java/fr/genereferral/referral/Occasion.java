package fr.genereferral.referral;

import java.time.Instant;

/**
 * What made a referral change: the timeline's line.
 *
 * @param what the timeline's word, for example OFFER_DECLINED
 * @param reason coded reason; null where none was given
 * @param hub hub concerned; null where none is
 */
public record Occasion(String what, Actor by, Instant at, String reason, Offer.Hub hub) {

    static Occasion of(String what, Actor by, Instant at) {
        return new Occasion(what, by, at, null, null);
    }

    Occasion because(Object code) {
        return new Occasion(what, by, at, code == null ? null : code.toString(), hub);
    }

    Occasion with(Offer.Hub concerned) {
        return new Occasion(what, by, at, reason, concerned);
    }
}
