package fr.genereferral.e2e.faults;

import fr.genereferral.e2e.check.Attempt;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Where in a request a client goes away; its end of the connection is reset, not closed. */
enum HangUp {
    IN_THE_BODY,
    AFTER_THE_BODY,
    BEFORE_THE_ANSWER;

    private static final int LONGEST_WAIT_MILLIS = 40;

    void happenTo(Sent sent, Random chance) {
        var started = System.nanoTime();
        var service = URI.create(sent.organisation().system().url(ServiceSettings.REFERRAL));
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoLinger(true, 0);
            var body = sent.body().getBytes(StandardCharsets.UTF_8);
            var out = socket.getOutputStream();
            out.write(head(sent, service, body.length).getBytes(StandardCharsets.US_ASCII));
            out.write(this == IN_THE_BODY ? Arrays.copyOf(body, 1 + chance.nextInt(body.length - 1)) : body);
            out.flush();
            if (this == BEFORE_THE_ANSWER) {
                Thread.sleep(chance.nextInt(LONGEST_WAIT_MILLIS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sent.note(Attempt.unanswered(started, System.nanoTime()));
    }

    private static String head(Sent sent, URI service, int length) {
        return String.join(
                "\r\n",
                "POST /v1/referrals HTTP/1.1",
                "Host: " + service.getAuthority(),
                "Authorization: Bearer " + sent.organisation().token(),
                "Content-Type: application/json",
                "Idempotency-Key: " + sent.key(),
                "Content-Length: " + length,
                "",
                "");
    }
}
