package fr.genereferral.e2e.anonymity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes every letter that is sent to it by SMTP, and keeps each as it came over the wire. */
final class MailSink implements AutoCloseable {
    private static final String OK = "250 ok";
    private static final String END = ".";

    private final Queue<String> letters = new ConcurrentLinkedQueue<>();
    private final ServerSocket door;

    MailSink() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        beside(this::open);
    }

    private static void beside(Runnable work) {
        var thread = new Thread(work, "mail sink");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** With all their headers, one byte a character. */
    List<String> letters() {
        return List.copyOf(letters);
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                beside(() -> talk(client));
            } catch (IOException e) {
                // Closed: nobody sends any more.
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, "220 sink");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (word.equals("DATA")) {
                    say(client, "354 go on");
                    letters.add(letter(in));
                }
                say(client, word.equals("QUIT") ? "221 bye" : OK);
            }
        } catch (IOException e) {
            // A client that hangs up has sent nothing more.
            return;
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals(END); line = in.readLine()) {
            letter.append(line).append("\r\n");
        }
        return letter.toString();
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** As any mail client sends one. */
    void receive(String letter) throws IOException {
        try (var socket = new Socket(door.getInetAddress(), port());
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            in.readLine();
            for (var line : List.of("HELO e2e", "MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "DATA")) {
                say(socket, line);
                in.readLine();
            }
            say(socket, letter + "\r\n" + END);
            in.readLine();
        }
    }

    /** Also as they read once the lines are joined that the post has broken. */
    List<Found> searched(Search search) {
        return letters.stream()
                .flatMap(letter -> List.of(letter, letter.replace("=\r\n", ""), letter.replace("\r\n", "")).stream())
                .flatMap(text -> search.in(text.getBytes(StandardCharsets.ISO_8859_1)).stream())
                .map(shape -> new Found("a letter", shape))
                .toList();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
