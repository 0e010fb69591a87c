package fr.genereferral.e2e.badinput;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 when nothing came
 * @param headers by name in small letters
 * @param nanos from the first byte sent to the last received
 * @param closed the server ended the connection, or said that it will
 */
record Answer(int status, Map<String, String> headers, byte[] body, long nanos, boolean closed) {
    static final int NOTHING = 0;

    static Answer nothing(long nanos) {
        return new Answer(NOTHING, Map.of(), new byte[0], nanos, true);
    }

    /** The connection stands, and nothing comes over it. */
    static Answer silence(long nanos) {
        return new Answer(NOTHING, Map.of(), new byte[0], nanos, false);
    }

    String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var text = text();
        return status + " " + headers + "\n" + text.substring(0, Math.min(text.length(), 1500));
    }
}
