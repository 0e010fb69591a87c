package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.List;

/**
 * What a hub says with its yes: when the child comes, who is asked for there, what has to be done first, what the family
 * brings. Codes, days and the number of a desk: no word of it is free, and nothing of it is the patient's.
 *
 * @param firstAppointment null while none is named
 * @param contact null where nobody in particular is asked for
 * @param conditions codes that held on the day of the yes
 * @param bring the same
 */
public record AcceptanceTerms(
        FirstAppointment firstAppointment, Contact contact, List<String> conditions, List<String> bring) {
    public AcceptanceTerms {
        conditions = List.copyOf(conditions);
        bring = List.copyOf(bring);
    }

    /** A day ({@code on}), or the days between which it will be ({@code from}, {@code to}); the others are null. */
    public record FirstAppointment(LocalDate on, LocalDate from, LocalDate to) {}

    /** The desk of the hub that the family and the hospital ask for. */
    public record Contact(HubFunction function, String telephone) {}

    /** As good as none: a yes and no more. */
    public boolean sayNothing() {
        return firstAppointment == null && contact == null && conditions.isEmpty() && bring.isEmpty();
    }
}
