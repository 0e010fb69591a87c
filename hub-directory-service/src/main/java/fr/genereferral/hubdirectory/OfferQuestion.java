package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.util.UUID;

/**
 * What referral-service says of a question that a hub has put to the hospital: no word of the question itself.
 *
 * @param isNew whether it was asked; else it was answered or taken back
 * @param open how many questions under this offer wait for an answer now
 * @param at by referral-service's clock
 */
public record OfferQuestion(UUID offer, boolean isNew, int open, Instant at) {

    /** When it happened, as far as this service's own clock can believe it: neither yet to come nor before what it follows. */
    Instant between(Instant earliest, Instant now) {
        if (at.isBefore(earliest)) {
            return earliest;
        }
        return at.isAfter(now) ? now : at;
    }
}
