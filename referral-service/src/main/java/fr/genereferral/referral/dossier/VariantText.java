package fr.genereferral.referral.dossier;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a variant's name may say when it leaves: the words that variant names are made of, numbers, and their punctuation.
 * Any other word travels as its outline, X for each letter, so that the rules find the same fault at the same place; a
 * text that is no variant name even so travels as an outline from end to end.
 */
final class VariantText {
    private static final String AMINO_ACIDS =
            "(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp" + "|Tyr|Val|Sec|Ter|Xaa)";

    private static final String WORD = String.join(
            "|",
            "[A-Z]",
            "[NX][MRP]|N[CG]|LRG|ENS[TPG]",
            "IVS|EX|EXONS?|INTRONS?|CHR|GRCH|HG",
            "(?:DEL|DUP|INS|INV|DELINS)?[ACGTU]*(?:INS[ACGTU]*|INV)?",
            AMINO_ACIDS + "*(?:FS|EXT|DEL|DUP|INS|DELINS)?(?:" + AMINO_ACIDS + "+|X)?");

    private static final Pattern KNOWN = Pattern.compile(WORD, Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    /** How a name begins to count (c., g., m. …), or how names were written before. */
    private static final String MARKER = "(?=.*(?:\\b[CGMNOPR]\\.|\\bIVS|\\bEX))";

    private static final Pattern NAME = Pattern.compile(
            MARKER + " *(?:(?<![A-Z])(?:X+|" + WORD + ")(?![A-Z])|(?<=(?<![A-Z])ENS[TPG])\\d{11}(?!\\d)"
                    + "|(?<!\\d)\\d{1,9}(?!\\d)|[_.:()\\[\\];>=+*?/,^-]|(?-i:(?<=IVS)) )* *",
            Pattern.CASE_INSENSITIVE);

    /** What old reports call a variant, without a marker: V30M, 459+1G>A. Letters around a number, which name nobody. */
    private static final Pattern LEGACY = Pattern.compile(
            " *(?:[ACDEFGHIKLMNPQRSTVWY]\\d{1,4}[ACDEFGHIKLMNPQRSTVWYX*]|\\d{1,5}(?:[+-]\\d{1,4})?[ACGT]>[ACGT]) *");

    private static final Pattern OUTLINED = Pattern.compile("[^\\p{L}0-9 _.:()\\[\\];>=+*?/,^-]");

    private VariantText() {}

    /** @return a text of the same length that names nobody */
    static String travelling(String written) {
        if (LEGACY.matcher(written).matches()) {
            return written;
        }
        var masked = LETTERS.matcher(written)
                .replaceAll(word -> KNOWN.matcher(word.group()).matches()
                        ? word.group()
                        : "X".repeat(word.group().length()));
        return NAME.matcher(masked).matches() ? masked : outline(written);
    }

    private static String outline(String written) {
        return OUTLINED.matcher(written)
                .replaceAll(other -> "?".repeat(other.group().length()))
                .chars()
                .mapToObj(c -> Character.isDigit(c) ? "0" : Character.isLetter(c) ? "X" : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
