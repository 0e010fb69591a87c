package fr.genereferral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which law and medicine count days here, whatever the clock of a hospital or of a server says. */
public final class Paris {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final ZoneId WESTERNMOST_HOSPITALS = ZoneId.of("America/Martinique");

    private Paris() {}

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /**
     * The day that it still was in Fort-de-France: in the evening there it is tomorrow in Paris, and what happens on that day
     * at a hospital does not lie before it.
     */
    static LocalDate earliestDayOf(Instant at) {
        return LocalDate.ofInstant(at, WESTERNMOST_HOSPITALS);
    }
}
