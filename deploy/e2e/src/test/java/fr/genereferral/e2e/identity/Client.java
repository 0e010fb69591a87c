package fr.genereferral.e2e.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Calls the platform as anybody, with any headers, and keeps every answer. */
final class Client {
    /** Longer than a request takes, shorter than a token lives. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Token(String text, Instant obtained) {
        boolean isFresh() {
            return obtained.plus(FRESH).isAfter(Instant.now());
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
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
            request.header("Authorization", "Bearer " + token(client));
        }
        more.accept(request);
        var answer = exchange(request.build());
        answers.add(answer);
        return answer;
    }

    private String token(String client) {
        return tokens.compute(
                        client,
                        (who, held) -> held != null && held.isFresh() ? held : new Token(obtained(who), Instant.now()))
                .text();
    }

    private String obtained(String client) {
        var form = "grant_type=client_credentials&client_id=%1$s&client_secret=demo-%1$s".formatted(client);
        var answer = exchange(HttpRequest.newBuilder(URI.create(tokenEndpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (answer.status() != 200) {
            throw new IllegalStateException("no token for " + client + ": " + answer);
        }
        var start = answer.body().indexOf("\"access_token\":\"") + 16;
        return answer.body().substring(start, answer.body().indexOf('"', start));
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
