package fr.genereferral.e2e.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of the demonstration's clients, kept for half their life: a long run outlives one. */
public final class Tokens {
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Token> KNOWN = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Token(String text, Instant staleAt, Instant endsAt) {}

    /** While the identity server is away, a known token is used to its end. */
    public static String of(String endpoint, String client) {
        var kept = KNOWN.compute(name(endpoint, client), (name, known) -> {
            var now = Instant.now();
            if (known != null && now.isBefore(known.staleAt())) {
                return known;
            }
            try {
                return fresh(endpoint, client);
            } catch (IOException e) {
                if (known != null && now.isBefore(known.endsAt())) {
                    return known;
                }
                throw new UncheckedIOException(e);
            }
        });
        return kept.text();
    }

    /** Asks for a new one, whatever is known, and knows this one from now on. */
    public static String anew(String endpoint, String client) throws IOException {
        var token = fresh(endpoint, client);
        KNOWN.put(name(endpoint, client), token);
        return token.text();
    }

    private static String name(String endpoint, String client) {
        return endpoint + " " + client;
    }

    private static Token fresh(String endpoint, String client) throws IOException {
        var form = "grant_type=client_credentials&client_id=%1$s&client_secret=demo-%1$s".formatted(client);
        var request = HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(TO_ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("no token for " + client + ": " + response.statusCode());
            }
            var answer = JSON.readTree(response.body());
            var now = Instant.now();
            var seconds = answer.path("expires_in").asLong();
            return new Token(
                    answer.path("access_token").asText(), now.plusSeconds(seconds / 2), now.plusSeconds(seconds - 5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
