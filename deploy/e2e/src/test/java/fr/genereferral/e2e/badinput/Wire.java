package fr.genereferral.e2e.badinput;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One connection, kept alive as long as the server allows. No HTTP library sends what has to be sent here. */
final class Wire implements AutoCloseable {
    private static final int MOMENT_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Wire(int port) {
        this.port = port;
    }

    Answer exchange(byte[] request, boolean bodyless) {
        var fresh = socket == null;
        var answer = once(request, bodyless);
        // A connection that was idle may have ended meanwhile, which says nothing of this request.
        return answer.status() == Answer.NOTHING && !fresh ? once(request, bodyless) : answer;
    }

    private Answer once(byte[] request, boolean bodyless) {
        var began = System.nanoTime();
        try {
            open();
            send(request);
            return read(began, bodyless);
        } catch (IOException e) {
            close();
            return Answer.nothing(System.nanoTime() - began);
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    /** A server that refuses early stops reading: its answer counts all the same. */
    private void send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            return;
        }
    }

    private Answer read(long began, boolean bodyless) throws IOException {
        String line;
        do {
            line = line();
        } while (line.startsWith("HTTP/1.1 100") || line.isEmpty());
        var status = Integer.parseInt(line.split(" ")[1]);
        var headers = headers();
        var body = bodyless ? new byte[0] : body(headers);
        var took = System.nanoTime() - began;
        var closed = line.startsWith("HTTP/1.0")
                || headers.getOrDefault("connection", "").equalsIgnoreCase("close")
                || status >= 400 && body.length == 0 && !bodyless && hasEnded();
        if (closed) {
            close();
        }
        return new Answer(status, headers, body, took, closed);
    }

    /** After an answer without words, which may be the last of this connection. */
    private boolean hasEnded() throws IOException {
        try {
            socket.setSoTimeout(MOMENT_MILLIS);
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(java.util.Locale.ROOT),
                    line.substring(colon + 1).trim(),
                    (a, b) -> a + ", " + b);
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return exactly(Integer.parseInt(headers.get("content-length")));
        }
        if (!headers.getOrDefault("transfer-encoding", "").contains("chunked")) {
            return headers.getOrDefault("connection", "").equalsIgnoreCase("close") ? in.readAllBytes() : new byte[0];
        }
        var whole = new ByteArrayOutputStream();
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.writeBytes(exactly(size));
            line();
        }
        line();
        return whole.toByteArray();
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

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            socket = null;
        }
    }
}
