package fr.genereferral.hubdirectory;

/** How soon a hub must answer, the least pressing first; it is derived on the day of each offer, nobody declares it. */
public enum Urgency {
    ROUTINE,
    PRESSING,
    CRITICAL;

    /** The more pressing of the two: while a child is searched for, its time does not become longer. */
    Urgency or(Urgency other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
