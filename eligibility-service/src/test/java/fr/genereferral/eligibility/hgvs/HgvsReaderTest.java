package fr.genereferral.eligibility.hgvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HgvsReaderTest {
    private static final List<String> NAMES = List.of(
            "NM_000344.4:c.815A>G",
            "NM_000344.4(SMN1):c.770_780dup",
            "NM_004006.3:c.(6290+1_6291-1)_(7309+1_7310-1)del",
            "NM_000518.5:c.-78A>G",
            "NM_000518.5:c.*6C>G",
            "NM_000518.5:c.126_129delCTTT",
            "NM_000518.5:c.20delinsTT",
            "NM_000518.5:c.20_21insA",
            "NM_000518.5:c.20_30inv",
            "NM_000518.5:c.[20A>T];[93-21G>A]",
            "NM_000518.5:c.[20A>T;93-21G>A]",
            "NM_000518.5:c.20A>T(;)93-21G>A",
            "NM_000518.5:c.[20A>T(;)93-21G>A]",
            "NM_000518.5:c.[20A>T];[=]",
            "NC_012920.1:m.11778G>A",
            "ENST00000380707.9:c.815A>G",
            "LRG_676t1:c.815A>G");

    @Test
    void readsTheWholeOfEveryNameOfTheProfile() throws Unusable {
        for (var name : NAMES) {
            var read = HgvsReader.read(name);
            for (var change : read.changes()) {
                assertEquals(true, name.contains(change.text()), name);
            }
        }
    }

    @Test
    void keepsBothVariantsAndHowTheyLie() throws Unusable {
        assertEquals(Arrangement.TRANS, HgvsReader.read(NAMES.get(9)).arrangement());
        assertEquals(Arrangement.CIS, HgvsReader.read(NAMES.get(10)).arrangement());
        assertEquals(Arrangement.UNKNOWN, HgvsReader.read(NAMES.get(11)).arrangement());
        assertEquals(2, HgvsReader.read(NAMES.get(12)).changes().size());
        assertEquals(1, HgvsReader.read(NAMES.get(13)).changes().size());
    }

    @Test
    void countsTheHighestCodingPositionOnly() throws Unusable {
        assertEquals(7310, HgvsReader.read(NAMES.get(2)).changes().get(0).lastCodingPosition());
        assertEquals(0, HgvsReader.read("NM_000518.5:c.-78A>G").changes().get(0).lastCodingPosition());
        assertEquals(0, HgvsReader.read("NM_000518.5:c.*6C>G").changes().get(0).lastCodingPosition());
    }

    @Test
    void saysWhyANameCannotBeUsed() {
        assertEquals(Reason.PROTEIN_ONLY, refused("NP_000509.1:p.(Glu7Val)").reason());
        assertEquals(Reason.PROTEIN_ONLY, refused("p.Glu7Val").reason());
        assertEquals(Reason.VERSION_MISSING, refused("NM_000344:c.840C>T").reason());
        assertEquals(Reason.LEGACY_INTRON, refused("IVS1+1G>A").reason());
        assertEquals(Reason.LEGACY_INTRON, refused("NM_000518.5:c.IVS1+1G>A").reason());
        assertEquals(Reason.NO_REFERENCE, refused("c.840C>T").reason());
        assertEquals(Reason.NOT_STATED, refused(" ").reason());
        assertEquals(Reason.MALFORMED, refused("SMN1:c.840C>T").reason());
    }

    @Test
    void refusesWhatOthersCutShort() {
        for (var name : List.of(
                "NM_000518.5:c.20A>T/",
                "NM_000518.5:c.20A>T/=.",
                "NM_000518.5:c.20A>T],",
                "NM_000518.5:c.20A>T;",
                "NM_000518.5:c.835-?_885+?del",
                "NM_000518.5:c.20A>U",
                "NM_000518.5:c.[20A>T",
                "NM_000518.5:g.20A>T",
                "NM_000518.5:c.[20A>T;21G>A;22C>T]")) {
            assertEquals(Reason.MALFORMED, refused(name).reason(), name);
        }
    }

    @Test
    void namesThePlaceWhereReadingStops() {
        assertEquals(19, refused("NM_000518.5:c.20A>T/").place());
        assertEquals(16, refused("NM_000518.5:c.20A>U").place());
    }

    @Test
    void offersTheModernFormOnlyWhereItIsCertain() {
        assertEquals("NM_000344.4:c.815A>G", refused("NM_000344.4:c.815A>G ").modernForm());
        assertEquals("NM_000344.4:c.815A>G", refused("nm_000344.4:c.815A>G").modernForm());
        assertNull(refused("IVS1+1G>A").modernForm());
        assertNull(refused("NM_000344:c.840C>T").modernForm());
    }

    /** Mutated names are either read or refused; nothing else may come out of the reader. */
    @Test
    void survivesWhateverIsWritten() {
        var random = new Random(20261123);
        var letters = "NM_0.:c[];()>*-+?=ACGTdelinsupv 9";
        for (var run = 0; run < 20_000; run++) {
            var name = new StringBuilder(NAMES.get(random.nextInt(NAMES.size())));
            for (var change = random.nextInt(3); change >= 0; change--) {
                name.setCharAt(random.nextInt(name.length()), letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertEquals(false, HgvsReader.read(name.toString()).changes().isEmpty());
            } catch (Unusable e) {
                assertEquals(true, e.place() >= 0 && e.place() <= name.length(), name.toString());
            }
        }
    }

    private static Unusable refused(String name) {
        return assertThrows(Unusable.class, () -> HgvsReader.read(name), name);
    }
}
