package fr.genereferral.e2e.support;

import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * An organisation's own system, of whatever platform: it sends a request once and says what came back, or that nothing
 * did.
 */
public record Organisation(LocalSystem system, String client, String finess) {
    public static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    public static Organisation hospital(LocalSystem system, String finess) {
        return new Organisation(system, "hospital-" + finess, finess);
    }

    public static Organisation hub(LocalSystem system, String finess) {
        return new Organisation(system, "hub-" + finess, finess);
    }

    public HttpResponse<String> get(ServiceSettings service, String path) throws IOException {
        return send(to(service, path).GET().build());
    }

    public HttpResponse<String> post(ServiceSettings service, String path, String body, String key) throws IOException {
        return send(to(service, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public String token() {
        return Tokens.of(system.platform().realm().tokenEndpoint(), client);
    }

    private HttpRequest.Builder to(ServiceSettings service, String path) {
        return HttpRequest.newBuilder(URI.create(system.url(service) + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
