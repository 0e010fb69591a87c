package fr.genereferral.referral.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariantTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NM_000790.4:c.714+4A>T",
                "NM_000790.4:c.[714+4A>T];[1040G>A]",
                "NM_000790.4:c.714+4A>T(;)1040G>A",
                "NM_000790.4:c.[714+4A>T];[?]",
                "NM_004006.3:c.(6290+1_6291-1)_(7309+1_7310-1)del",
                "NM_000344.4:c.770_780dup",
                "NM_000344.4:c.770_771insACGT",
                "NM_000344.4:c.770_771delACinsTG",
                "NM_000344.4:c.835-44_885+12delinsTTA",
                "NM_000790.4:c.-12_*34inv",
                "NM_000790.4:c.714+4A>T ",
                " NM_000790.4:c.714+4A>T",
                "nm_000790.4:c.714+4a>t",
                "NM_000790:c.714+4A>T",
                "c.714+4A>T",
                "c.835-?_885+?del",
                "IVS6+4A>T",
                "IVS 6+4A>T",
                "p.(Ser250Phe)",
                "NP_000509.1:p.(Glu7Val)",
                "p.Gly12ValfsTer5",
                "p.E7V",
                "NC_012920.1:m.11778G>A",
                "NC_000007.14:g.50463323A>T",
                "chr7:g.50463323A>T",
                "ENST00000380707.9:c.840C>T",
                "LRG_676t1:c.840C>T",
                "NM_000518.5:c.20A>T/=",
                "NM_000518.5:c.20=",
                "V30M",
                "A4V ",
                "P426L",
                "R117*",
                "459+1G>A"
            })
    void goesOnAsItWasWrittenWhenItIsAVariantsName(String name) {
        assertEquals(name, VariantText.travelling(name));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "DDC:c.714+4A>T,XXX:c.714+4A>T",
                "NM_000790.4(DDC):c.714+4A>T,NM_000790.4(XXX):c.714+4A>T",
                "DUPONT:c.1A>G,XXXXXX:c.1A>G",
                "Zoé:c.1A>G,XXX:c.1A>G"
            })
    void outlinesAWordThatIsNone(String written, String travelling) {
        assertEquals(travelling, VariantText.travelling(written));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Dupont Marie,XXXXXX XXXXX",
                "exon 7 del,XXXX 0 XXX",
                "DUPONT,XXXXXX",
                "255081416802538,000000000000000",
                "c.255081416802538,X.000000000000000",
                "06 01 02 03 04,00 00 00 00 00",
                "c.1A>G Dupont 12345678,X.0X>X XXXXXX 00000000",
                "marie@exemple.fr,XXXXX?XXXXXXX.XX",
                "2020-01-02,0000-00-00",
                "7 rue des Lilas,0 XXX XXX XXXXX"
            })
    void outlinesWholeWhatIsNoVariantsName(String written, String travelling) {
        assertEquals(travelling, VariantText.travelling(written));
    }

    /** Whatever the rules count places in stays where it is, and a long text takes no longer than a glance. */
    @Test
    void keepsTheLengthOfEveryText() {
        for (var written :
                new String[] {"\uD83D\uDE00 c.1A>G", "É".repeat(400), "A".repeat(400), "AlaAla".repeat(66)}) {
            assertEquals(written.length(), VariantText.travelling(written).length());
        }
        assertFalse(VariantText.travelling("\u202Ec.1A>G").contains("\u202E"));
    }
}
