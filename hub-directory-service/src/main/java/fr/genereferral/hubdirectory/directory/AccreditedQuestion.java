package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * "Was it accredited that day, as we knew it then?" Days are those of Paris.
 *
 * @param therapy empty for every therapy
 * @param on the day that is asked about
 * @param knownOn the last day on whose evening something was known
 */
record AccreditedQuestion(String hub, Optional<String> therapy, LocalDate on, LocalDate knownOn) {

    /** @throws Refused for a day to come: of what will be known then nobody can say anything */
    AccreditedQuestion asked(LocalDate today) {
        if (knownOn.isAfter(today)) {
            throw Refused.because("PARAMETER_INVALID");
        }
        return this;
    }

    /** What was recorded from this instant on was not known. */
    Instant before() {
        return Paris.beginningOf(knownOn.plusDays(1));
    }
}
