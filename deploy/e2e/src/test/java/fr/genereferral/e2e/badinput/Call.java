package fr.genereferral.e2e.badinput;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A request as bytes, so that it may be wrong in every way.
 *
 * @param caller client id whose token is sent; null for none
 * @param target path and query as they go over the wire, one byte a character
 * @param headers lines, one byte a character
 */
record Call(
        Service service,
        String caller,
        String method,
        String target,
        List<String> headers,
        byte[] body,
        Framing framing) {
    /** In a header: another value each time the request is sent. */
    static final String FRESH = "@fresh@";

    private static final int CHUNK = 8192;
    private static final int SHOWN = 3000;

    /** How the server is told where the body ends. */
    enum Framing {
        NONE,
        LENGTH,
        CHUNKED
    }

    Call withMethod(String other) {
        return new Call(service, caller, other, target, headers, body, framing);
    }

    Call withTarget(String other) {
        return new Call(service, caller, method, other, headers, body, framing);
    }

    Call withCaller(String other) {
        return new Call(service, other, method, target, headers, body, framing);
    }

    Call withBody(byte[] other) {
        return new Call(service, caller, method, target, headers, other, framing);
    }

    Call framed(Framing other) {
        return new Call(service, caller, method, target, headers, body, other);
    }

    /** Beside those of the same name. */
    Call plus(String line) {
        var more = new ArrayList<>(headers);
        more.add(line);
        return new Call(service, caller, method, target, List.copyOf(more), body, framing);
    }

    Call without(String name) {
        var prefix = name.toLowerCase(Locale.ROOT) + ":";
        var left = headers.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .toList();
        return new Call(service, caller, method, target, left, body, framing);
    }

    byte[] bytes(String token) {
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: test\r\n");
        if (token != null) {
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        }
        headers.forEach(line ->
                head.append(line.replace(FRESH, UUID.randomUUID().toString())).append("\r\n"));
        if (framing == Framing.LENGTH) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        } else if (framing == Framing.CHUNKED) {
            head.append("Transfer-Encoding: chunked\r\n");
        }
        var out = new ByteArrayOutputStream(head.length() + body.length + 64);
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (framing == Framing.CHUNKED) {
            chunks(out);
        } else {
            out.writeBytes(body);
        }
        return out.toByteArray();
    }

    private void chunks(ByteArrayOutputStream out) {
        for (var from = 0; from < body.length; from += CHUNK) {
            var size = Math.min(CHUNK, body.length - from);
            out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, from, size);
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** To be read by whoever has to find out: no token, the beginning of the body. */
    @Override
    public String toString() {
        var text = new String(bytes(null), StandardCharsets.ISO_8859_1);
        var shown = new StringBuilder(service + " as " + caller + "\n");
        text.chars().limit(SHOWN).forEach(c -> {
            if (c == '\n' || c >= 0x20 && c < 0x7f) {
                shown.append((char) c);
            } else if (c != '\r') {
                shown.append(String.format("\\x%02x", c));
            }
        });
        return shown.append(text.length() > SHOWN ? " … " + text.length() + " bytes" : "")
                .toString();
    }
}
