package fr.genereferral.referral.documents.content;

import fr.genereferral.referral.Refused;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The objects that a PDF keeps deflated together (object streams): what is named in there is named in the document. */
final class PdfObjects {
    /** So much may come out of all of them: more is no document but a bomb. [CONV] */
    static final long MOST = 256L * 1024 * 1024;

    private static final int ROOM = 8 * 1024;

    private final long most;
    private final byte[] in = new byte[ROOM];
    private final byte[] out = new byte[ROOM];
    private int waiting;
    private long inflated;
    private Inflater inflater;
    private PdfNames names;

    /** @param most bytes that may come out of all of them */
    PdfObjects(long most) {
        this.most = most;
    }

    void begin() {
        end();
        inflater = new Inflater();
        names = new PdfNames();
    }

    void take(int value) {
        if (inflater == null) {
            return;
        }
        in[waiting++] = (byte) value;
        if (waiting == ROOM) {
            inflate();
        }
    }

    private void inflate() {
        inflater.setInput(in, 0, waiting);
        waiting = 0;
        try {
            var got = inflater.inflate(out);
            while (got > 0) {
                read(got);
                got = inflater.inflate(out);
            }
        } catch (DataFormatException e) {
            throw ContentCheck.damaged();
        }
    }

    private void read(int count) {
        inflated += count;
        if (inflated > most) {
            throw Refused.because("DOCUMENT_TOO_DETAILED");
        }
        for (var at = 0; at < count; at++) {
            names.take(out[at] & 0xFF);
        }
    }

    void end() {
        if (inflater != null) {
            inflate();
            names.ended();
            inflater.end();
            inflater = null;
        }
    }
}
