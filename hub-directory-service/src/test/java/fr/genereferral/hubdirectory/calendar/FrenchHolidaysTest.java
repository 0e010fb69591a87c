package fr.genereferral.hubdirectory.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrenchHolidaysTest {

    @Test
    void knowsTheElevenNationalHolidays() {
        var holidays = new FrenchHolidays();

        var of2026 = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .filter(holidays::includes)
                .map(LocalDate::toString)
                .toList();

        assertEquals(
                List.of(
                        "2026-01-01",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-08",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-07-14",
                        "2026-08-15",
                        "2026-11-01",
                        "2026-11-11",
                        "2026-12-25"),
                of2026);
    }
}
