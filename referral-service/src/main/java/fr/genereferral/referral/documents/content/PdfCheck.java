package fr.genereferral.referral.documents.content;

import fr.genereferral.referral.Refused;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * PDF (ISO 32000): begins with its version and ends with the place of its table of objects and {@code %%EOF}; nothing
 * that stands in it, or in its object streams, names what acts. A check by form: what hides from it is for a virus scanner to
 * find, and a document that was not scanned says so.
 */
final class PdfCheck implements ContentCheck {
    private static final String BEGIN = "%PDF-";
    private static final Pattern VERSION = Pattern.compile("%PDF-(1\\.[0-7]|2\\.0)");
    private static final int VERSION_LENGTH = 8;
    private static final int END = 2048;
    private static final Pattern LAST =
            Pattern.compile("(?s).*startxref[\\x00\\t\\n\\f\\r ]+(\\d{1,10})[\\x00\\t\\n\\f\\r ]+%%EOF(.*)");
    private static final Pattern BLANK = Pattern.compile("[\\x00\\t\\n\\f\\r ]*");
    /** Longer than any word that matters. */
    private static final int LONGEST_WORD = 10;

    private static final Set<String> NOT_PACKED = Set.of("ObjStm");
    private static final Set<String> DEFLATED = Set.of("ObjStm", "FlateDecode");

    private final StringBuilder version = new StringBuilder();
    private final Tail tail = new Tail(END);
    private final PdfNames names = new PdfNames();
    private final PdfObjects objects = new PdfObjects(PdfObjects.MOST);
    private final StringBuilder word = new StringBuilder();
    private long size;
    private boolean lineEnds;

    @Override
    public void take(byte[] bytes, int length) {
        size += length;
        tail.take(bytes, length);
        for (var at = 0; at < length; at++) {
            var value = bytes[at] & 0xFF;
            if (version.length() < VERSION_LENGTH) {
                version(value);
            } else {
                read(value);
            }
        }
    }

    private void version(int value) {
        version.append((char) value);
        var read = version.toString();
        if (!BEGIN.startsWith(read) && !read.startsWith(BEGIN)) {
            throw ContentCheck.otherType();
        }
        if (version.length() == VERSION_LENGTH && !VERSION.matcher(read).matches()) {
            throw ContentCheck.damaged();
        }
    }

    /** Wherever it stands: what is skipped because it looks like a picture or a remark could be read by another program. */
    private void read(int value) {
        names.take(value);
        if (!lineEnds || value != '\n') {
            objects.take(value);
        }
        lineEnds = false;
        if (value >= 'a' && value <= 'z') {
            if (word.length() < LONGEST_WORD) {
                word.append((char) value);
            }
            return;
        }
        if (!word.isEmpty()) {
            ended(value);
        }
    }

    private void ended(int next) {
        switch (word.toString()) {
            case "obj", "endobj" -> names.forget();
            case "endstream" -> objects.end();
            case "stream" -> begin(next);
            default -> {}
        }
        word.setLength(0);
    }

    /** What is packed otherwise than everybody packs it cannot be looked into; what is not packed has been read already. */
    private void begin(int next) {
        lineEnds = next == '\r';
        if (!names.packing().contains("ObjStm") || names.packing().equals(NOT_PACKED) || next != '\r' && next != '\n') {
            return;
        }
        if (!names.packing().equals(DEFLATED)) {
            throw Refused.because("DOCUMENT_LOCKED");
        }
        objects.begin();
    }

    @Override
    public void end() {
        objects.end();
        if (version.length() < VERSION_LENGTH) {
            throw ContentCheck.otherType();
        }
        var last = LAST.matcher(tail.text());
        if (!last.matches()) {
            throw ContentCheck.damaged();
        }
        var table = Long.parseLong(last.group(1));
        if (table < 1 || table >= size) {
            throw ContentCheck.damaged();
        }
        if (!BLANK.matcher(last.group(2)).matches()) {
            throw ContentCheck.carriesMore();
        }
    }
}
