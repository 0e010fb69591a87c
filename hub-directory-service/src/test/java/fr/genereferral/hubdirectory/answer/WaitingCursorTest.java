package fr.genereferral.hubdirectory.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.hubdirectory.PlacementRecords.Waiting;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.Urgency;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingCursorTest {
    private static final String ID = "0193a5c0-9b1e-7c3a-9d52-3f1f0a6b7c12";

    @Test
    void comesBackAsItWentToTheMicrosecond() {
        var last = new Waiting(Urgency.PRESSING, Instant.parse("2026-11-23T17:00:00.123456Z"), UUID.fromString(ID));

        assertEquals(Optional.of(last), WaitingCursor.read(WaitingCursor.of(last)));
        assertEquals(Optional.empty(), WaitingCursor.read(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ID,
                "URGENT.1764090000000000." + ID,
                "PRESSING.-1." + ID,
                "PRESSING.17640900000000000." + ID,
                "PRESSING.1764090000000000.1-1-1-1-1",
                "PRESSING.1764090000000000." + ID + "\n"
            })
    void refusesAnythingElse(String given) {
        assertEquals(
                "PARAMETER_INVALID",
                assertThrows(Refused.class, () -> WaitingCursor.read(given)).code());
    }

    /** The database sorts by the names. */
    @Test
    void mayCountOnUrgenciesThatStandInTheAlphabetAsTheyPress() {
        var byName = Arrays.stream(Urgency.values())
                .sorted(Comparator.comparing(Enum::name))
                .toList();

        assertEquals(List.of(Urgency.CRITICAL, Urgency.PRESSING, Urgency.ROUTINE), byName);
    }
}
