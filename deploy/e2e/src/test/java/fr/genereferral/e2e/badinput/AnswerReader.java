package fr.genereferral.e2e.badinput;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads answers as they come over the wire. */
final class AnswerReader {
    private final InputStream in;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * What precedes a body.
     *
     * @param line the first
     * @param headers by name in small letters
     */
    record Head(String line, Map<String, String> headers) {
        int status() {
            return Integer.parseInt(line.split(" ")[1]);
        }

        /** Nothing follows this answer. */
        boolean isLast() {
            return line.startsWith("HTTP/1.0") || saysClose();
        }

        private boolean saysClose() {
            return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        }
    }

    /**
     * The answer on a connection that has ended.
     *
     * @return nothing where it is not whole
     */
    static Answer last(byte[] heard) {
        try {
            var reader = new AnswerReader(new ByteArrayInputStream(heard));
            var head = reader.head();
            return new Answer(head.status(), head.headers(), reader.body(head), 0, true);
        } catch (IOException e) {
            return Answer.nothing(0);
        }
    }

    Head head() throws IOException {
        String line;
        do {
            line = line();
        } while (line.startsWith("HTTP/1.1 100") || line.isEmpty());
        return new Head(line, headers());
    }

    byte[] body(Head head) throws IOException {
        var headers = head.headers();
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            return head.saysClose() ? in.readAllBytes() : new byte[0];
        }
        var whole = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim(),
                    (a, b) -> a + ", " + b);
        }
        return headers;
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
