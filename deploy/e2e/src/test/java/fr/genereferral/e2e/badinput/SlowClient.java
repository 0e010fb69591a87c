package fr.genereferral.e2e.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One client that has begun a request, and what it has heard since. */
final class SlowClient implements AutoCloseable {
    private final Socket socket;
    private final Case late;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean sentAway;

    /** @param late what it will be told; null where the server does not know yet what is asked of it */
    SlowClient(int port, byte[] beginning, Case late) {
        this.late = late;
        try {
            socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write(beginning);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * One byte more.
     *
     * @return whether anybody is still there to take it
     */
    synchronized boolean drop() {
        try {
            // Before the next byte: who sends to a connection that has ended may lose what came over it.
            if (socket.getInputStream().available() > 0) {
                listen();
            }
            if (sentAway) {
                return false;
            }
            socket.getOutputStream().write(' ');
            return true;
        } catch (IOException e) {
            // The server has had enough, which is what is waited for.
            return false;
        }
    }

    /** Whether the server has not ended the connection. */
    synchronized boolean isHeld() {
        if (!sentAway) {
            listen();
        }
        return !sentAway;
    }

    private void listen() {
        var part = new byte[8192];
        try {
            socket.setSoTimeout(1);
            for (var length = read(part); length >= 0; length = read(part)) {
                heard.write(part, 0, length);
            }
            sentAway = true;
        } catch (SocketTimeoutException e) {
            // Nothing more for now.
        } catch (IOException e) {
            // Who goes on sending after the end is reset.
            sentAway = true;
        }
    }

    private int read(byte[] part) throws IOException {
        return socket.getInputStream().read(part);
    }

    /** The first line of what it was told. */
    synchronized String told() {
        return heard.toString(StandardCharsets.ISO_8859_1).lines().findFirst().orElse("closed");
    }

    /** To be asked when it has been sent away. */
    synchronized Optional<String> complaint(Oracle oracle) {
        if (late == null) {
            return Optional.empty();
        }
        var answer = AnswerReader.last(heard.toByteArray());
        return oracle.complaint(late, answer)
                .map(text -> "%s, %s: %s%n=> %s".formatted(late.operation(), late.kind(), text, answer));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
