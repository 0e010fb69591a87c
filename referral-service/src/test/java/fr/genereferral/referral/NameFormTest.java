package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFormTest {
    /** Names have the usual one in them. */
    private static final char QUOTE = '"';

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = QUOTE,
            value = {
                "Élise-Anne, ELISE ANNE",
                "Élise-Anne, eliseanne",
                // an accent of its own
                "E\u0301lise, Élise",
                "Œdipe, OEDIPE",
                "Strauß, STRAUSS",
                "Łukasz, lukasz",
                "O’Brien, O'BRIEN",
                "Oʼbrien, obrien",
                "Marie\u00A0Claire, MARIE-CLAIRE",
                // nothing to be seen
                "Mar\u200Bie, marie",
                "ﬁlou, Filou",
                "Noël 2, noel2"
            })
    void isOneHoweverItIsWritten(String one, String other) {
        assertEquals(NameForm.of(one), NameForm.of(other));
    }

    @Test
    void keepsDifferentNamesApart() {
        assertNotEquals(NameForm.of("Martin"), NameForm.of("Martine"));
        assertNotEquals(NameForm.of("中村"), NameForm.of("中川"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = QUOTE,
            value = {
                "de La Tour, La Tour",
                "DE LA TOUR, Tour",
                "d'Artagnan, ARTAGNAN",
                "Le Gall, LEGALL",
                "Le Gall, Gall",
                "van der Meer, Meer"
            })
    void meetsAFamilyNameWithoutItsParticles(String one, String other) {
        assertTrue(
                !Collections.disjoint(NameForm.ofFamily(one), NameForm.ofFamily(other)),
                () -> NameForm.ofFamily(one) + " " + NameForm.ofFamily(other));
    }

    @Test
    void hasOneFormWithoutParticlesAndItsOwnWhenItIsOne() {
        assertEquals(Set.of("MARTIN"), NameForm.ofFamily("Martin"));
        assertEquals(Set.of("LE"), NameForm.ofFamily("Le"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "--", "\u200B", " . "})
    void hasNoneWithoutALetter(String name) {
        assertEquals(Set.of(), NameForm.ofFamily(name));
        assertEquals("", NameForm.of(name));
    }
}
