package fr.genereferral.referral.web;

import fr.genereferral.referral.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is refused where it goes on past the limit. */
final class LimitedStream extends FilterInputStream {
    private long left;
    private volatile boolean atEnd;

    LimitedStream(InputStream body, long most) {
        super(body);
        left = most;
    }

    @Override
    public int read() throws IOException {
        var value = super.read();
        if (value < 0) {
            atEnd = true;
            return value;
        }
        count(1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var read = super.read(bytes, from, length);
        if (read < 0) {
            atEnd = true;
            return read;
        }
        count(read);
        return read;
    }

    /** Whether all of it has been read. */
    boolean isAtEnd() {
        return atEnd;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw Refused.because("TOO_LARGE");
        }
    }
}
