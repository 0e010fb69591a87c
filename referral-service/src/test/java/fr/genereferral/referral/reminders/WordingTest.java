package fr.genereferral.referral.reminders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T07:30:00Z, mardi 1er décembre 2026 à 08:30",
        "2026-12-02T07:30:00Z, mercredi 2 décembre 2026 à 08:30",
        "2026-12-21T07:30:00Z, lundi 21 décembre 2026 à 08:30",
        "2026-06-30T22:30:00Z, mercredi 1er juillet 2026 à 00:30"
    })
    void saysADayAsItIsSaidInFrench(Instant at, String said) {
        assertEquals(said, Wording.FRENCH.format(at));
    }
}
