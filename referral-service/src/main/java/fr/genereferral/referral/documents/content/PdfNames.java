package fr.genereferral.referral.documents.content;

import fr.genereferral.referral.Refused;
import java.util.HashSet;
import java.util.Set;

/**
 * The names ({@code /Launch}) in the bytes of a PDF, written out where they are escaped ({@code /L#61unch}). Those of what acts
 * by itself, calls elsewhere or carries other files are refused: a document is to be read. That of encryption too: nobody could
 * say what is inside, and the reader has no password. All of them are so long that they do not stand in a picture by chance.
 */
final class PdfNames {
    private static final int LONGEST = 64;
    private static final Set<String> ACTIVE =
            Set.of("JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "SubmitForm", "ImportData");

    /** How many objects lie together in a stream, and how that is packed. */
    private static final Set<String> PACKING = Set.of(
            "ObjStm",
            "FlateDecode",
            "LZWDecode",
            "ASCIIHexDecode",
            "ASCII85Decode",
            "RunLengthDecode",
            "Crypt",
            "AHx",
            "A85",
            "LZW",
            "RL",
            "Fl",
            "Predictor");

    private final StringBuilder name = new StringBuilder();
    private final Set<String> packing = new HashSet<>();
    private boolean inName;

    void take(int value) {
        if (inName && !isEnd(value)) {
            if (name.length() < LONGEST) {
                name.append((char) value);
            }
            return;
        }
        ended();
        inName = value == '/';
    }

    /** What has been read ends here, in the middle of a name or not. */
    void ended() {
        if (inName) {
            known(writtenOut());
        }
        inName = false;
        name.setLength(0);
    }

    private void known(String found) {
        if (ACTIVE.contains(found)) {
            throw Refused.because("DOCUMENT_ACTIVE");
        }
        if (found.equals("Encrypt")) {
            throw Refused.because("DOCUMENT_LOCKED");
        }
        if (PACKING.contains(found)) {
            packing.add(found);
        }
    }

    private String writtenOut() {
        var at = name.indexOf("#");
        while (at >= 0 && at + 2 < name.length()) {
            var high = Character.digit(name.charAt(at + 1), 16);
            var low = Character.digit(name.charAt(at + 2), 16);
            if (high >= 0 && low >= 0) {
                name.replace(at, at + 3, String.valueOf((char) (high * 16 + low)));
            }
            at = name.indexOf("#", at + 1);
        }
        return name.toString();
    }

    /** White space and delimiters (ISO 32000-1, 7.2.2). */
    private static boolean isEnd(int value) {
        return value <= ' ' || "()<>[]{}/%".indexOf(value) >= 0;
    }

    /** How the object that is being read is packed, as far as it has been said. */
    Set<String> packing() {
        return packing;
    }

    /** Another object begins. */
    void forget() {
        packing.clear();
    }
}
