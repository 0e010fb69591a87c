package fr.genereferral.referral;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A mail server that answers each recipient as it was told to; the last answer stays. */
final class ScriptedMailServer implements MailDoor.Behind {
    /** It hangs up. */
    static final String DROP = "";

    private final Iterator<String> script;
    private String answer;

    ScriptedMailServer(List<String> answers) {
        script = answers.iterator();
    }

    @Override
    public void serve(Socket client) throws IOException {
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
}
