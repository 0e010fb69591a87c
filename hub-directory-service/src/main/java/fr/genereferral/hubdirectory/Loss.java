package fr.genereferral.hubdirectory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a hub may not give a therapy.
 *
 * @param accreditation what has ended; null where it is not asked which
 * @param from the first day
 * @param until the first day on which it may again; null while none is known
 * @param knownAt since when the end is known
 */
public record Loss(UUID accreditation, String hub, String therapy, LocalDate from, LocalDate until, Instant knownAt) {

    /** Another accreditation has taken over without a day between: nobody has lost anything. */
    public boolean isEmpty() {
        return until != null && !until.isAfter(from);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
