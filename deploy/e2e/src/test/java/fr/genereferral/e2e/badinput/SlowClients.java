package fr.genereferral.e2e.badinput;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Clients that never come to an end: a byte a second, or nothing at all after the beginning. */
final class SlowClients implements AutoCloseable {
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Socket> dripping = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    SlowClients() {
        drip.scheduleAtFixedRate(this::drop, 1, 1, TimeUnit.SECONDS);
    }

    /** Sends the beginning, then a byte a second. */
    void drip(int port, byte[] beginning) {
        var socket = opened(port, beginning);
        synchronized (dripping) {
            dripping.add(socket);
        }
    }

    /** Sends the beginning and falls silent. */
    void stall(int port, byte[] beginning) {
        opened(port, beginning);
    }

    private Socket opened(int port, byte[] beginning) {
        try {
            var socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write(beginning);
            sockets.add(socket);
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void drop() {
        synchronized (dripping) {
            dripping.removeIf(socket -> {
                try {
                    socket.getOutputStream().write(' ');
                    return false;
                } catch (IOException e) {
                    // The server has had enough, which is what is waited for.
                    return true;
                }
            });
        }
    }

    int count() {
        return sockets.size();
    }

    /** How many the server has not sent away. */
    int held() {
        return (int) sockets.stream().filter(SlowClients::isHeld).count();
    }

    /** First lines of what the clients were told. */
    List<String> told() {
        return sockets.stream().map(SlowClients::firstLine).distinct().toList();
    }

    private static boolean isHeld(Socket socket) {
        try {
            socket.setSoTimeout(1);
            // Something to read, or the end: either way the server has let go.
            if (socket.getInputStream().available() == 0) {
                socket.getInputStream().read();
            }
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String firstLine(Socket socket) {
        try {
            socket.setSoTimeout(1);
            var text = new String(
                    socket.getInputStream().readNBytes(socket.getInputStream().available()),
                    StandardCharsets.ISO_8859_1);
            return text.lines().findFirst().orElse("closed");
        } catch (IOException e) {
            return "reset";
        }
    }

    @Override
    public void close() {
        drip.shutdownNow();
        sockets.forEach(socket -> {
            try {
                socket.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
