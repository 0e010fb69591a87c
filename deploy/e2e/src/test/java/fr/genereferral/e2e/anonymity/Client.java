package fr.genereferral.e2e.anonymity;

import fr.genereferral.e2e.support.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Calls the platform as anybody, with any headers, and keeps every answer. */
final class Client {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final String tokenEndpoint;

    Client(String tokenEndpoint) {
        this.tokenEndpoint = tokenEndpoint;
    }

    Answer get(String client, String url) {
        return send(client, url, HttpRequest.Builder::GET);
    }

    Answer post(String client, String url, String key, String body) {
        return send(client, url, request -> request.header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** @param client null for nobody */
    Answer send(String client, String url, Consumer<HttpRequest.Builder> more) {
        var request = HttpRequest.newBuilder(URI.create(url));
        if (client != null) {
            request.header("Authorization", "Bearer " + Tokens.of(tokenEndpoint, client));
        }
        more.accept(request);
        var answer = exchange(request.build());
        answers.add(answer);
        return answer;
    }

    /** Listens for a moment to what has no end. */
    Answer follow(String client, String url) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + Tokens.of(tokenEndpoint, client))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "0")
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            try (var heard = response.body()) {
                Thread.sleep(MOMENT.toMillis());
                var text = new String(heard.readNBytes(heard.available()), StandardCharsets.UTF_8);
                var answer = Answer.of(response, text);
                answers.add(answer);
                return answer;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Answer exchange(HttpRequest request) {
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Queue<Answer> answers() {
        return answers;
    }
}
