package fr.genereferral.e2e.badinput;

import java.util.List;

/** Numbers of sites and legal entities that are none. */
final class Finess {
    /** The last one has lost its first digit, as a spreadsheet does it. */
    static final List<String> WRONG_FORM =
            List.of("75010020", "7501002080", "2C0000012", "2a0000022", "ABCDEFGHI", "60785003");

    /** Two of sites, one of a legal entity: each beside one that there is. */
    static final List<String> WRONG_DIGIT = List.of("350000742", "2B0000013", "350005178");

    private Finess() {}
}
