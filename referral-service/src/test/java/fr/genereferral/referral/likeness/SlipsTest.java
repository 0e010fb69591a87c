package fr.genereferral.referral.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How far a hand has gone astray. */
class SlipsTest {
    @Test
    void countsALetterTooManyTooFewOrAnother() {
        assertEquals(0, Slips.between("MARTIN", "MARTIN"));
        assertEquals(1, Slips.between("MARTIN", "MARTTIN"));
        assertEquals(1, Slips.between("MARTIN", "MARTN"));
        assertEquals(1, Slips.between("MARTIN", "MARTEN"));
    }

    @Test
    void countsTwoThatHaveChangedPlacesAsOne() {
        assertEquals(1, Slips.between("MARTIN", "MATRIN"));
        assertEquals(1, Slips.between("LEO", "LOE"));
        assertEquals(2, Slips.between("GARNIER", "GRANIRE"));
    }

    @Test
    void countsNoFurtherThanItMatters() {
        assertEquals(Slips.MANY, Slips.between("MARTIN", "DURAND"));
        assertEquals(Slips.MANY, Slips.between("LEO", "LEONARD"));
        assertEquals(Slips.MANY, Slips.between("", "LEO"));
        assertEquals(2, Slips.between("", "LE"));
    }
}
