package fr.genereferral.hubdirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 17, 0, 17, true, false",
        "0, 1, 0, 17, true, false",
        "0, 17, 0, 1, false, false",
        "18, , , 17, false, true",
        " , 17, 18, , false, true",
        " , 18, 18, , false, false",
        " , , 18, , false, false",
        "18, , , , true, false"
    })
    void knowsWhatLiesWithinAndWhatLiesApart(
            BigDecimal least,
            BigDecimal most,
            BigDecimal otherLeast,
            BigDecimal otherMost,
            boolean within,
            boolean apart) {
        var range = new Range(least, most);
        var other = new Range(otherLeast, otherMost);

        assertEquals(within, range.isWithin(other));
        assertEquals(apart, range.isApartFrom(other));
    }
}
