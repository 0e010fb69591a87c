package fr.genereferral.referral;

import java.time.LocalDate;
import java.util.List;

/**
 * What a hub has said with its yes, as heard from hub-directory-service: when the child comes, whom to ask for there, what has
 * to be done first, what the family brings. Codes of that service's own lists, which held on that day.
 *
 * @param firstAppointment null while none is named
 * @param contact null where nobody in particular is asked for
 */
public record AcceptanceTerms(
        FirstAppointment firstAppointment, Contact contact, List<String> conditions, List<String> bring) {
    public AcceptanceTerms {
        conditions = List.copyOf(conditions);
        bring = List.copyOf(bring);
    }

    /** A day ({@code on}), or the days between which it will be ({@code from}, {@code to}); the others are null. */
    public record FirstAppointment(LocalDate on, LocalDate from, LocalDate to) {}

    /** A desk of the hub, by function and number. */
    public record Contact(String function, String telephone) {}

    /** The timeline's word for what the hospital has to act upon; null where that is nothing. */
    String toActUpon() {
        if (firstAppointment != null) {
            return conditions.isEmpty() ? "FIRST_APPOINTMENT" : "FIRST_APPOINTMENT_AND_CONDITIONS";
        }
        return conditions.isEmpty() ? null : "CONDITIONS";
    }
}
