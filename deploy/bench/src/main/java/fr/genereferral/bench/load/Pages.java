package fr.genereferral.bench.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A list of a service as one client reads it, one page after the other. */
public final class Pages {
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String list;
    private final Tokens tokens;
    private final String client;
    private String token;

    /** @param list address of the list */
    public Pages(String list, Tokens tokens, String client) {
        this.list = list;
        this.tokens = tokens;
        this.client = client;
        renewToken();
    }

    /** It lives five minutes. */
    public void renewToken() {
        token = tokens.fetch(client);
    }

    /** @param query what stands behind the question mark; empty for the first page of the whole list */
    public JsonArray page(String query) {
        return answer(query).getJsonArray("items");
    }

    /** Where the page after that one begins. */
    public Optional<String> next(String query) {
        return Optional.ofNullable(answer(query).getString("next"));
    }

    private JsonObject answer(String query) {
        var asked = HttpRequest.newBuilder(URI.create(list + "?" + query))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            var answer = http.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(list + "?" + query + ": " + answer.statusCode());
            }
            return new JsonObject(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
