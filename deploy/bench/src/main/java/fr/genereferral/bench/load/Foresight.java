package fr.genereferral.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** hub-directory-service as the national coordination uses it, one request after the other. */
public final class Foresight {
    private static final String CLIENT = "national-coordinator";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final Tokens tokens;
    private String token;

    public Foresight(String service, Tokens tokens) {
        this.service = service;
        this.tokens = tokens;
        renewToken();
    }

    /** It lives five minutes. */
    public void renewToken() {
        token = tokens.fetch(CLIENT);
    }

    /** The match run that would be made for somebody of this age from this département. */
    public JsonObject preview(String therapy, int ageYears, String departement) {
        var body = new JsonObject()
                .put("therapy", therapy)
                .put("ageYears", ageYears)
                .put("origin", new JsonObject().put("departement", departement));
        return post("/v1/hubs/match-preview", body);
    }

    public void accredit(String hub, JsonObject grant) {
        post("/v1/hubs/" + hub + "/accreditations", grant);
    }

    /** What the service tells of itself, as Prometheus reads it. */
    public String metrics() {
        return answer(HttpRequest.newBuilder(URI.create(service + "/q/metrics")).build());
    }

    private JsonObject post(String path, JsonObject body) {
        return new JsonObject(answer(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build()));
    }

    private String answer(HttpRequest asked) {
        try {
            var answer = http.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        asked.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
