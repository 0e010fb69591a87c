package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Organisation;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A hospital that attaches a document, over a line of its own that brings the beginning and then the rest. */
record Upload(Organisation hospital, ReferredChild child, byte[] content, String key) {
    /** Some pieces: whoever has read so much of it has taken it up. */
    private static final int BEGINNING = 1024 * 1024;

    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    /** The service gives up a line on which nothing comes after ten. */
    private static final Duration TO_BE_REFUSED = Duration.ofSeconds(8);

    private static final int GLANCE_MILLIS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Upload(Organisation hospital, ReferredChild child, byte[] content) {
        this(hospital, child, content, UUID.randomUUID().toString());
    }

    /** @param head status and headers, in small letters */
    record Answer(int status, String head, String body) {
        private static Answer of(String text) {
            var end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IllegalStateException("no answer but: " + text);
            }
            var status = Integer.parseInt(text.split(" ", 3)[1]);
            return new Answer(status, text.substring(0, end).toLowerCase(Locale.ROOT), text.substring(end + 4));
        }
    }

    Answer send() {
        return send(new CountDownLatch(0));
    }

    /** @param refused opened by whoever is answered before all of it was sent; until then nobody sends more than the beginning */
    Answer send(CountDownLatch refused) {
        var service = URI.create(hospital.system().url(ServiceSettings.REFERRAL));
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout((int) TO_ANSWER.toMillis());
            var out = socket.getOutputStream();
            out.write(head(service).getBytes(StandardCharsets.US_ASCII));
            out.write(content, 0, BEGINNING);
            out.flush();
            if (!isAnsweredBefore(refused, socket)) {
                out.write(content, BEGINNING, content.length - BEGINNING);
                out.flush();
            }
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAnsweredBefore(CountDownLatch refused, Socket socket) throws IOException {
        var end = System.nanoTime() + TO_BE_REFUSED.toNanos();
        try {
            while (!refused.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
                if (socket.getInputStream().available() > 0) {
                    refused.countDown();
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * Asks for a document of this child, piece by piece: nine of them whole would be much for a test.
     *
     * @return the status
     * @throws AssertionError when what is read is not what was sent
     */
    int readBack(String document) {
        var url = hospital.system().url(ServiceSettings.REFERRAL) + "/v1/referrals/" + child.id() + "/documents/"
                + document;
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TO_ANSWER)
                .header("Authorization", "Bearer " + hospital.token())
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                assertTrue(response.statusCode() != 200 || isContent(body), "another content than was sent");
            }
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isContent(InputStream body) throws IOException {
        var piece = new byte[BEGINNING];
        var at = 0;
        for (var read = body.read(piece); read >= 0; read = body.read(piece)) {
            if (at + read > content.length || !Arrays.equals(piece, 0, read, content, at, at + read)) {
                return false;
            }
            at += read;
        }
        return at == content.length;
    }

    private String head(URI service) {
        return String.join(
                "\r\n",
                "POST /v1/referrals/" + child.id() + "/documents HTTP/1.1",
                "Host: " + service.getAuthority(),
                "Authorization: Bearer " + hospital.token(),
                "Accept-Language: en",
                "Content-Type: " + Report.TYPE,
                "Content-Length: " + content.length,
                "Idempotency-Key: " + key,
                "Connection: close",
                "",
                "");
    }
}
