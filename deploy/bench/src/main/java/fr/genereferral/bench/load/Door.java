package fr.genereferral.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** {@code POST /v1/referrals}, as hospitals in turn; everything but 201 is a failure that names the answer. */
public final class Door {
    private static final int CREATED = 201;
    private static final int MOST_TRIES = 20;
    private static final long PAUSE_MILLIS = 1000;

    private final Vertx vertx;
    private final HttpClient http;
    private final URI service;
    private final Tokens tokens;
    private final Bodies bodies;
    private int turn;

    public Door(Vertx vertx, String service, Tokens tokens, Bodies bodies) {
        this.vertx = vertx;
        http = Connections.of(vertx);
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

    /** Whoever is told to come back comes back, with the same key, as a hospital does: where no answer is timed. */
    public Future<Void> referUntilTaken() {
        return again(hospital(), UUID.randomUUID().toString(), bodies.next(), MOST_TRIES);
    }

    private Future<Void> again(String hospital, String key, Buffer body, int tries) {
        return post(hospital, key, body)
                .compose(HttpClientResponse::end)
                .recover(failure -> tries > 1 && Accepted.isToComeBack(failure)
                        ? vertx.timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                                .compose(over -> again(hospital, key, body, tries - 1))
                        : Future.failedFuture(failure));
    }

    private Future<HttpClientResponse> post() {
        return post(hospital(), UUID.randomUUID().toString(), bodies.next());
    }

    private String hospital() {
        return Tokens.HOSPITALS.get(turn++ % Tokens.HOSPITALS.size());
    }

    private Future<HttpClientResponse> post(String hospital, String key, Buffer body) {
        var asked = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI("/v1/referrals")
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + tokens.of(hospital))
                .putHeader("Idempotency-Key", key);
        return http.request(asked)
                .compose(request -> request.send(body))
                .compose(answer -> Accepted.with(CREATED, answer));
    }
}
