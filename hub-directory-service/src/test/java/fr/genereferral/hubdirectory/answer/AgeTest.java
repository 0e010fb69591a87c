package fr.genereferral.hubdirectory.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest(name = "born {0}: {1} {2} on 23 November 2026")
    @CsvSource({
        "2026-11-23, 0, DAY",
        "2026-08-24, 91, DAY",
        "2026-08-23, 3, MONTH",
        "2023-11-24, 35, MONTH",
        "2023-11-23, 3, YEAR",
        "2008-11-24, 17, YEAR"
    })
    void countsInTheUnitOfThatAge(LocalDate birthDate, int value, Age.Unit unit) {
        assertEquals(new Age(value, unit), Age.on(LocalDate.of(2026, 11, 23), birthDate));
    }
}
