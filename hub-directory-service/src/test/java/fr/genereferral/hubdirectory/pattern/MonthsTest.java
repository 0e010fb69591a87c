package fr.genereferral.hubdirectory.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.Refused;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {
    private static final YearMonth RUNNING = YearMonth.of(2027, 2);

    @ParameterizedTest
    @CsvSource({
        ",, 2026-08, 2027-01",
        "2026-03,, 2026-03, 2027-01",
        ", 2026-12, 2026-07, 2026-12",
        "2027-01, 2027-01, 2027-01, 2027-01",
        "2025-02, 2027-01, 2025-02, 2027-01"
    })
    void areTheLastSixThatAreOverUnlessOthersAreAskedFor(String from, String to, YearMonth first, YearMonth last) {
        assertEquals(new Months(first, last), Months.read(from, to, RUNNING));
    }

    @ParameterizedTest
    @CsvSource({
        ", 2027-02",
        ", 2027-03",
        "2027-01, 2026-12",
        "2025-01, 2027-01",
        "2026-13,",
        "2026-1,",
        "1999-01,",
        "2026-01-01,",
        "+2026-01,"
    })
    void refusesMonthsThatAreNotOverOrNone(String from, String to) {
        assertEquals(
                "PARAMETER_INVALID",
                assertThrows(Refused.class, () -> Months.read(from, to, RUNNING))
                        .code());
    }
}
