package fr.genereferral.hubdirectory;

import java.time.LocalDate;

/**
 * That a hub may not give a therapy.
 *
 * @param from the first day
 * @param until the first day on which it may again; null while none is known
 */
public record Loss(String hub, String therapy, LocalDate from, LocalDate until) {

    /** Another accreditation has taken over without a day between: nobody has lost anything. */
    public boolean isEmpty() {
        return until != null && !until.isAfter(from);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
