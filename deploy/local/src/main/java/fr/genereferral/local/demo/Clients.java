package fr.genereferral.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.local.keycloak.Realm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Calls the platform as hospitals, hubs and the coordinator do: with a token of client credentials. */
final class Clients {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FIRST_ERROR = 400;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Realm realm;
    private final Map<String, Token> tokens = new HashMap<>();

    Clients(Realm realm) {
        this.realm = realm;
    }

    private record Token(String text, Instant until) {}

    JsonNode get(String client, String url) {
        return send(client, HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** With an Idempotency-Key of its own, as for every new request. */
    JsonNode post(String client, String url, JsonNode body) {
        return send(
                client,
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private JsonNode send(String client, HttpRequest.Builder request) {
        var asked = request.header("Authorization", "Bearer " + token(client))
                .header("Accept-Language", Texts.language())
                .timeout(PATIENCE)
                .build();
        try {
            var response = http.send(asked, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= FIRST_ERROR) {
                throw new IllegalStateException("%s %s as %s: %d %s"
                        .formatted(asked.method(), asked.uri(), client, response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(asked.uri() + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String token(String client) {
        var kept = tokens.get(client);
        if (kept == null || kept.until().isBefore(Instant.now())) {
            kept = fetch(client);
            tokens.put(client, kept);
        }
        return kept.text();
    }

    private Token fetch(String client) {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret=demo-" + client;
        var asked = HttpRequest.newBuilder(URI.create(realm.tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = JSON.readTree(http.send(asked, BodyHandlers.ofString()).body());
            var seconds = answer.path("expires_in").asLong() / 2;
            return new Token(answer.path("access_token").asText(), Instant.now().plusSeconds(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException("no token for " + client, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
