package fr.genereferral.hubdirectory.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that a calendar has and nobody means: the database would refuse some of them, and late. */
class DaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1899-12-31", "2201-01-01", "9999-12-31"})
    void areRefusedInABodyAndInAnAddress(String day) {
        var check = BodyCheck.of("{\"from\": \"%s\"}".formatted(day).getBytes(StandardCharsets.UTF_8));
        check.date("from");

        var refused = assertThrows(Refused.class, check::done);
        assertEquals("VALUE_OUT_OF_BOUNDS", refused.violations().get(0).code());
        assertEquals(
                "PARAMETER_INVALID",
                assertThrows(Refused.class, () -> Parameters.date(day)).code());
    }

    @Test
    void areTakenBetweenThese() {
        var check =
                BodyCheck.of("{\"from\": \"1900-01-01\", \"endsOn\": \"2200-12-31\"}".getBytes(StandardCharsets.UTF_8));

        assertEquals(LocalDate.of(1900, 1, 1), check.date("from"));
        assertEquals(LocalDate.of(2200, 12, 31), check.optionalDate("endsOn"));
        check.done();
    }
}
