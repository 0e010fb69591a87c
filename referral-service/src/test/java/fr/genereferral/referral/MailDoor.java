package fr.genereferral.referral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Where a mail server is looked for. What is behind it can be changed, and its port never is. */
final class MailDoor implements AutoCloseable {
    private static final int BACKLOG = 10;

    private final ServerSocket socket;
    private volatile Behind behind = client -> {};

    /** Whoever is there; the connection ends when it is done. */
    @FunctionalInterface
    interface Behind {
        void serve(Socket client) throws IOException;
    }

    MailDoor() {
        try {
            socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aside(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** For those who come from now on. */
    void opensOn(Behind other) {
        behind = other;
    }

    /** A server at another port of this machine. */
    static Behind to(int port) {
        return client -> {
            try (var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                aside(() -> carry(server, client));
                carry(client, server);
            }
        };
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has hung up, and the other hears of it by that.
            return;
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                aside(() -> attend(client));
            } catch (IOException e) {
                // Closed: it is over.
                continue;
            }
        }
    }

    private void attend(Socket accepted) {
        try (var client = accepted) {
            behind.serve(client);
        } catch (IOException e) {
            // Whoever hangs up is served no longer.
            return;
        }
    }

    private static void aside(Runnable work) {
        var thread = new Thread(work, "mail-door");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
