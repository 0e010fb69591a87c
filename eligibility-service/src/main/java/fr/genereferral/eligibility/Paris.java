package fr.genereferral.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar by which law and medicine count days here, whatever the clock of a hospital or of a server says. */
public final class Paris {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Paris() {}

    public static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
