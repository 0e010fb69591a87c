package fr.genereferral.referral;

import java.time.Instant;
import java.time.LocalDate;

/** The day as the service counts it: in Paris, where it begins an hour or two before that of the machine. */
public final class Today {
    private Today() {}

    public static LocalDate inParis() {
        return Paris.dayOf(Instant.now());
    }
}
