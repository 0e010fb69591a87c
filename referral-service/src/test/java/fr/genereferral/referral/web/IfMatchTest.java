package fr.genereferral.referral.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    @Test
    void namesAVersionOfADraftOrWhateverStandsThere() {
        assertEquals(12, IfMatch.draft(" \"draft-12\" "));
        assertNull(IfMatch.draft("*"));
    }

    /** Whether there is a draft at all is said first. */
    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"0\"", "W/\"draft-1\"", "\"draft-0\"", "draft-1", "\"draft-9999999999\""})
    void matchesNoDraftByWhatNamesNone(String header) {
        assertEquals(0, IfMatch.draft(header));
    }

    @Test
    void isDemanded() {
        assertEquals(
                "PRECONDITION_MISSING",
                assertThrows(Refused.class, () -> IfMatch.draft(" ")).code());
    }
}
