package fr.genereferral.hubdirectory;

import java.time.LocalDate;

/** Port to the calendar of public holidays of metropolitan France. */
@FunctionalInterface
public interface PublicHolidays {
    boolean includes(LocalDate day);
}
