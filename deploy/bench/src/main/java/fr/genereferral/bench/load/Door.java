package fr.genereferral.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;

/** {@code POST /v1/referrals}, as hospitals in turn; everything but 201 is a failure that names the answer. */
public final class Door {
    private static final int CONNECTIONS = 256;
    private static final int CREATED = 201;

    private final HttpClient http;
    private final URI service;
    private final Tokens tokens;
    private final Bodies bodies;
    private int turn;

    public Door(Vertx vertx, String service, Tokens tokens, Bodies bodies) {
        http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAliveTimeout(300));
        this.service = URI.create(service);
        this.tokens = tokens;
        this.bodies = bodies;
    }

    /** One referral of an invented child under a key of its own; answers when it is acknowledged. */
    public Future<Void> refer() {
        return post().compose(HttpClientResponse::end);
    }

    /** The same, with the id that was given. */
    public Future<UUID> referForId() {
        return post().compose(HttpClientResponse::body)
                .map(body -> UUID.fromString(new JsonObject(body).getString("id")));
    }

    private Future<HttpClientResponse> post() {
        var hospital = Tokens.HOSPITALS.get(turn++ % Tokens.HOSPITALS.size());
        var asked = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI("/v1/referrals")
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + tokens.of(hospital))
                .putHeader("Idempotency-Key", UUID.randomUUID().toString());
        var body = bodies.next();
        return http.request(asked)
                .compose(request -> request.send(body))
                .compose(answer -> Accepted.with(CREATED, answer));
    }
}
