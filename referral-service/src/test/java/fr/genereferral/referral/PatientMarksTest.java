package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatientMarksTest {
    private static final String BORN = "2026-07-20";
    private static final String INS = "255081416802538";

    /** Shows what is hashed: what differs here cannot be equal under any key. */
    private final PatientMarks rennes = new PatientMarks("350007084", framed -> framed);

    private final Set<String> zoe =
            rennes.of(new Person(List.of("Le Goff", "Durand"), List.of("Zoé", "Anne-Marie"), BORN, INS, "Ab 12/345"));

    /** The national identity writes all given names in a row; who asks knows one of them, or the row. */
    @Test
    void areOfGivenNamesInARowAndOfTheFirstOfThem() {
        var apart = rennes.of(new Person(List.of("Durand"), List.of("Zoé", "Anne"), BORN, null, null));
        var inARow = rennes.of(new Person(List.of("Durand"), List.of("Zoé Anne"), BORN, null, null));

        for (var asked : List.of("Zoé", "zoe anne", "ZOÉ-ANNE")) {
            assertTrue(apart.containsAll(rennes.named("Durand", asked, BORN)), asked);
            assertTrue(inARow.containsAll(rennes.named("Durand", asked, BORN)), asked);
        }
        assertTrue(apart.containsAll(rennes.named("Durand", "Anne", BORN)));
    }

    @Test
    void areMetByEachFamilyNameWithAnyGivenNameOrNone() {
        for (var family : List.of("LE GOFF", "Legoff", "goff", "durand")) {
            for (var given : new String[] {"zoe", "ANNE MARIE", null}) {
                assertTrue(isMet(rennes.named(family, given, BORN)), family + " " + given);
            }
        }
    }

    @Test
    void areNotMetByAnotherDayOrName() {
        assertFalse(isMet(rennes.named("Durand", "Zoé", "2026-07-21")));
        assertFalse(isMet(rennes.named("Durand", "Zoée", BORN)));
        assertFalse(isMet(rennes.named("Durant", null, BORN)));
        assertFalse(isMet(rennes.named("-", null, BORN)));
    }

    /** Nobody knows yet how it is called. */
    @Test
    void ofANewbornAreMetWithoutAGivenName() {
        var newborn = rennes.of(new Person(List.of("Durand"), List.of(), BORN, null, null));

        assertTrue(newborn.containsAll(rennes.named("Durand", null, BORN)));
        assertTrue(Collections.disjoint(newborn, rennes.named("Durand", "Zoé", BORN)));
    }

    @Test
    void areMetByTheNumbers() {
        assertTrue(isMet(rennes.numbered(INS)));
        assertTrue(isMet(rennes.filed("ab12/345")));
        assertFalse(isMet(rennes.filed("AB12345")));
    }

    /** Neither by another hospital nor by what has another purpose. */
    @Test
    void areNotMetByAnothers() {
        var angers = new PatientMarks("490000049", framed -> framed);

        assertFalse(isMet(angers.numbered(INS)));
        assertFalse(isMet(angers.named("Durand", "Zoé", BORN)));
        assertFalse(isMet(angers.filed("Ab 12/345")));
        assertTrue(Collections.disjoint(rennes.numbered(INS), rennes.filed(INS)));
    }

    @Test
    void areNoneOfWhomNothingIsKnown() {
        assertEquals(Set.of(), rennes.of(new Person(List.of(), List.of("Zoé"), BORN, null, "  ")));
    }

    private boolean isMet(Set<String> marks) {
        return !Collections.disjoint(zoe, marks);
    }
}
