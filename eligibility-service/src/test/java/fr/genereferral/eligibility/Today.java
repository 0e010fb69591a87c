package fr.genereferral.eligibility;

import java.time.LocalDate;
import java.time.ZoneId;

/** The day as the service counts it: in Paris, whatever the zone of the machine that builds. */
public final class Today {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Today() {}

    public static LocalDate inParis() {
        return LocalDate.now(PARIS);
    }

    /**
     * Whether it was this day at a moment since then: what the service does meanwhile may be done after midnight.
     *
     * @param before what day it was when the service was asked
     */
    public static boolean since(LocalDate before, LocalDate day) {
        return !day.isBefore(before) && !day.isAfter(inParis());
    }
}
