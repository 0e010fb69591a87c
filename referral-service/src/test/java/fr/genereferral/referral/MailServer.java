package fr.genereferral.referral;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real mail server for this service's tests, spoken to by SMTP. */
public class MailServer implements QuarkusTestResourceLifecycleManager {
    private static GreenMail server;
    /** What is spoken to: it stays where it is, so that nobody else takes its port while a test has the server away. */
    private static MailDoor door;

    @Override
    public Map<String, String> start() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // Two seconds, as usual, are too little for a machine that builds.
        setup.setServerStartupTimeout(60_000);
        server = new GreenMail(setup);
        server.start();
        door = new MailDoor();
        back();
        // Each letter finds what is behind the door when it is sent.
        return Map.of(
                "reminders.mail.server", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(door.port()),
                "quarkus.mailer.keep-alive", "false");
    }

    /** Nobody is there who would take a letter. */
    public static void away() {
        door.opensOn(
                client -> client.getOutputStream().write("421 4.3.2 closing\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    public static void back() {
        door.opensOn(MailDoor.to(server.getSmtp().getPort()));
    }

    /** It refuses every letter while this is done. */
    public static void refusing(Work work) throws SQLException {
        answering(List.of("550 5.1.1 no such user"), work);
    }

    /** It hangs up on the first letter while this is done, and takes those that follow. */
    public static void hangingUpOnce(Work work) throws SQLException {
        answering(List.of(ScriptedMailServer.DROP, "250 ok"), work);
    }

    /** Another one is in its place meanwhile, which answers one recipient after the other like this. */
    private static void answering(List<String> answers, Work work) throws SQLException {
        door.opensOn(new ScriptedMailServer(answers));
        try {
            work.run();
        } finally {
            back();
        }
    }

    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /** The texts of all letters that speak of this. */
    public static List<String> about(String word) {
        return Arrays.stream(server.getReceivedMessages())
                .map(MailServer::text)
                .filter(text -> text.contains(word))
                .toList();
    }

    public static MimeMessage message(String word) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> text(message).contains(word))
                .findFirst()
                .orElseThrow();
    }

    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        door.close();
        server.stop();
    }
}
