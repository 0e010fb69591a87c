package fr.genereferral.e2e.badinput;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

/** One connection, kept alive as long as the server allows. No HTTP library sends what has to be sent here. */
final class Wire implements AutoCloseable {
    private static final int MOMENT_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private Socket socket;
    private InputStream in;
    private int hangUps;

    Wire(int port) {
        this.port = port;
    }

    Answer exchange(byte[] request, boolean bodyless) {
        var fresh = socket == null;
        var answer = once(request, bodyless);
        if (fresh || answer.status() != Answer.NOTHING || !answer.closed()) {
            return answer;
        }
        // A connection that was idle may have ended meanwhile, which says nothing of this request. On one of its own it
        // does.
        hangUps++;
        return once(request, bodyless);
    }

    /** How often the server has left a request without an answer on a connection that had carried others before. */
    int hangUps() {
        return hangUps;
    }

    private Answer once(byte[] request, boolean bodyless) {
        var began = System.nanoTime();
        try {
            open();
            send(request);
            return read(began, bodyless);
        } catch (SocketTimeoutException e) {
            close();
            return Answer.silence(System.nanoTime() - began);
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
        var reader = new AnswerReader(in);
        var head = reader.head();
        var status = head.status();
        var body = bodyless ? new byte[0] : reader.body(head);
        var took = System.nanoTime() - began;
        var closed = head.isLast() || status >= 400 && body.length == 0 && !bodyless && hasEnded();
        if (closed) {
            close();
        }
        return new Answer(status, head.headers(), body, took, closed);
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
