package fr.genereferral.eligibility.hgvs;

import fr.genereferral.eligibility.hgvs.HgvsName.Arrangement;
import fr.genereferral.eligibility.hgvs.HgvsName.Change;
import fr.genereferral.eligibility.hgvs.Unusable.Reason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a variant name in a strict profile: versioned reference, one change or two with their brackets, nothing left
 * over. Libraries were tried and drop the second variant of a name without a word, which could make an unknown phase a
 * single variant; what this one does not understand it refuses.
 */
public final class HgvsReader {
    private static final Pattern ACCESSION = Pattern.compile("N[MR]_(?:\\d{9}|\\d{6})\\.\\d{1,3}|NC_\\d{6}\\.\\d{1,3}"
            + "|NG_\\d{6}\\.\\d{1,3}|LRG_\\d{1,4}t\\d{1,3}|ENST\\d{11}\\.\\d{1,3}");
    private static final Pattern SELECTOR = Pattern.compile("\\([A-Z0-9-]{1,15}\\)");
    private static final Pattern POSITION = Pattern.compile("([-*]?)(\\d{1,7})([+-]\\d{1,7})?|\\?");
    private static final Pattern EDIT =
            Pattern.compile("[ACGT]>[ACGT]|=|del[ACGT]*ins[ACGT]+|del[ACGT]*|dup[ACGT]*|ins[ACGT]+|inv");

    private final Cursor cursor;
    private int lastCodingPosition;

    private HgvsReader(String text) {
        this.cursor = new Cursor(text);
    }

    /** @throws Unusable with the place and the reason when the text is not, as a whole, a name of the profile */
    public static HgvsName read(String text) throws Unusable {
        if (text == null || text.isBlank()) {
            throw new Unusable(Reason.NOT_STATED, 0);
        }
        if (!text.equals(text.strip())) {
            throw new Unusable(
                    Reason.BLANKS,
                    Character.isWhitespace(text.charAt(0))
                            ? 0
                            : text.stripTrailing().length(),
                    modern(text));
        }
        try {
            return new HgvsReader(text).name();
        } catch (Unusable e) {
            throw new Unusable(Misspelling.of(text, e), e.place(), modern(text));
        }
    }

    /** Blanks around a name and a lower-case accession have one certain reading; nothing else is guessed. */
    private static String modern(String text) {
        var stripped = text.strip();
        var colon = stripped.indexOf(':');
        var candidate = colon < 0
                ? stripped
                : stripped.substring(0, colon).toUpperCase(Locale.ROOT) + stripped.substring(colon);
        if (candidate.equals(text)) {
            return null;
        }
        try {
            new HgvsReader(candidate).name();
            return candidate;
        } catch (Unusable e) {
            return null;
        }
    }

    private HgvsName name() throws Unusable {
        var accession = cursor.takes(ACCESSION);
        if (accession == null) {
            throw new Unusable(Reason.MALFORMED, cursor.place());
        }
        if (cursor.sees("(")) {
            cursor.takes(SELECTOR);
        }
        cursor.demands(":");
        var kind = kind(accession.group());
        cursor.demands(".");
        var name = description(accession.group(), kind);
        if (!cursor.atEnd()) {
            throw new Unusable(Reason.MALFORMED, cursor.place());
        }
        return name;
    }

    /** A transcript is counted in c. or n., the mitochondrial genome in m.; a mixture is a slip. */
    private char kind(String accession) throws Unusable {
        var allowed = accession.startsWith("NM_") ? "c" : accession.startsWith("NR_") ? "n" : "cngm";
        for (var kind : allowed.toCharArray()) {
            if (cursor.takes(String.valueOf(kind))) {
                return kind;
            }
        }
        throw new Unusable(Reason.MALFORMED, cursor.place());
    }

    private HgvsName description(String accession, char kind) throws Unusable {
        if (!cursor.takes("[")) {
            var first = change();
            if (cursor.takes("(;)")) {
                return HgvsName.of(accession, kind, List.of(first, change()), Arrangement.UNKNOWN);
            }
            return new HgvsName(accession, kind, List.of(first), Arrangement.SINGLE, cursor.takes("/="));
        }
        var first = change();
        if (cursor.takes("];[")) {
            return trans(accession, kind, first);
        }
        var arrangement = cursor.takes("(;)") ? Arrangement.UNKNOWN : Arrangement.CIS;
        if (arrangement == Arrangement.CIS) {
            cursor.demands(";");
        }
        var second = change();
        cursor.demands("]");
        return HgvsName.of(accession, kind, List.of(first, second), arrangement);
    }

    /** The other allele is a change, normal (=), or was not found (?): then one heterozygous change is all there is. */
    private HgvsName trans(String accession, char kind, Change first) throws Unusable {
        if (cursor.takes("=]") || cursor.takes("?]")) {
            return HgvsName.of(accession, kind, List.of(first), Arrangement.ALONE);
        }
        var second = change();
        cursor.demands("]");
        return HgvsName.of(accession, kind, List.of(first, second), Arrangement.TRANS);
    }

    private Change change() throws Unusable {
        var start = cursor.place();
        lastCodingPosition = 0;
        var extent = extent();
        var edit = cursor.takes(EDIT);
        if (edit == null) {
            throw new Unusable(Reason.MALFORMED, cursor.place());
        }
        return new Change(cursor.since(start), extent, edit.group(), lastCodingPosition);
    }

    /** What lies between the inner bounds; nothing is certain when the change lies somewhere between two places. */
    private Extent extent() throws Unusable {
        var first = range();
        if (!cursor.takes("_")) {
            return first.from() == first.to() ? first : Extent.NOTHING;
        }
        return Extent.between(first.to(), range().from());
    }

    /** One end of a change: a place, or two between which it lies. */
    private Extent range() throws Unusable {
        if (cursor.takes("(")) {
            var from = position();
            cursor.demands("_");
            var to = position();
            cursor.demands(")");
            return new Extent(from, to);
        }
        var place = position();
        return new Extent(place, place);
    }

    /** Null for a place that is not known (?). */
    private Position position() throws Unusable {
        var position = cursor.takes(POSITION);
        if (position == null) {
            throw new Unusable(Reason.MALFORMED, cursor.place());
        }
        if (position.group(2) == null) {
            return null;
        }
        var region = region(position.group(1));
        var base = Integer.parseInt(position.group(2));
        if (region == Position.Region.CODING) {
            lastCodingPosition = Math.max(lastCodingPosition, base);
        }
        return new Position(region, base, position.group(3) == null ? 0 : Integer.parseInt(position.group(3)));
    }

    private static Position.Region region(String sign) {
        return switch (sign) {
            case "-" -> Position.Region.BEFORE;
            case "*" -> Position.Region.BEHIND;
            default -> Position.Region.CODING;
        };
    }
}
