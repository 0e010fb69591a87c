package fr.genereferral.bench.load;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real tokens of the hospitals' systems; fetched before a round, never in it. */
public final class Tokens {
    /** Every hospital that the realm has a client for. */
    public static final List<String> HOSPITALS =
            List.of("2B0000012", "350007084", "490000049", "750100208", "970300026");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String endpoint;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Tokens(String endpoint) {
        this.endpoint = endpoint;
    }

    /** They live five minutes: longer than any round. */
    public void renew() {
        HOSPITALS.forEach(hospital -> tokens.put(hospital, fetch("hospital-" + hospital)));
    }

    String of(String hospital) {
        return tokens.get(hospital);
    }

    /** A fresh token of one client of the realm. */
    String fetch(String client) {
        var form = "grant_type=client_credentials&client_id=%1$s&client_secret=demo-%1$s".formatted(client);
        var asked = HttpRequest.newBuilder(URI.create(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("no token for %s: %d".formatted(client, answer.statusCode()));
            }
            return new JsonObject(answer.body()).getString("access_token");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
