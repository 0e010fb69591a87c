package fr.genereferral.hubdirectory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A mail server that answers each recipient as it was told to; the last answer stays. */
final class ScriptedMailServer implements AutoCloseable {
    /** It hangs up. */
    static final String DROP = "";

    private static final int BACKLOG = 10;

    private final ServerSocket socket;
    private final Iterator<String> script;
    private String answer;

    ScriptedMailServer(int port, List<String> answers) {
        script = answers.iterator();
        try {
            socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        aside(this::serve);
    }

    /** Several at a time: a client keeps a connection for its next letter, and may come by another one. */
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
            talk(client);
        } catch (IOException e) {
            // Whoever hangs up is served no longer.
            return;
        }
    }

    private static void aside(Runnable work) {
        var thread = new Thread(work, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var reply = reply(line.toUpperCase(Locale.ROOT));
            if (reply.equals(DROP)) {
                return;
            }
            say(client, reply);
            if (reply.startsWith("221")) {
                // The client waits for that, and has ten connections.
                return;
            }
            if (reply.startsWith("354")) {
                var text = in.readLine();
                while (text != null && !text.equals(".")) {
                    text = in.readLine();
                }
                say(client, "250 taken");
            }
        }
    }

    private synchronized String reply(String line) {
        if (line.startsWith("RCPT")) {
            answer = script.hasNext() ? script.next() : answer;
            return answer;
        }
        if (line.startsWith("DATA")) {
            return "354 go on";
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
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
