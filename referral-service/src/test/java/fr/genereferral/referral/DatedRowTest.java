package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatedRowTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    @Test
    void isReadFromAFileWithoutWhatExplainsIt() {
        assertEquals(
                List.of(
                        new DatedRow<>(List.of("A", "1"), FIRST, LAST, "CONV"),
                        new DatedRow<>(List.of("A", "2"), LAST.plusDays(1), null, "a law; its article 3")),
                DatedRow.read("/dated-rows.csv", List::copyOf));
    }

    @Test
    void holdsFromItsFirstDayToItsLast() {
        var row = new DatedRow<>("A", FIRST, LAST, "CONV");

        assertFalse(row.holdsOn(FIRST.minusDays(1)));
        assertTrue(row.holdsOn(FIRST));
        assertTrue(row.holdsOn(LAST));
        assertFalse(row.holdsOn(LAST.plusDays(1)));
        assertTrue(new DatedRow<>("A", FIRST, null, "CONV").holdsOn(LAST.plusYears(50)));
    }
}
