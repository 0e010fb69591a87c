package fr.genereferral.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** {@code POST /v1/offers/{id}/declinal}, as the hub that is asked; everything but 200 is a failure that names the answer. */
public final class Declining {
    private static final int OK = 200;
    /** After which the next hub is asked. */
    private static final Buffer FULL = Buffer.buffer("{\"reason\": \"NO_CAPACITY\"}");

    private final HttpClient http;
    private final URI service;
    private final Tokens tokens;
    private final Map<String, String> ofHub = new ConcurrentHashMap<>();

    public Declining(Vertx vertx, String service, Tokens tokens) {
        http = Connections.of(vertx);
        this.service = URI.create(service);
        this.tokens = tokens;
    }

    /** Before a round, so that no token is fetched or ends in it: they live five minutes. */
    public void renewTokens(Collection<String> hubs) {
        hubs.forEach(hub -> ofHub.put(hub, tokens.fetch("hub-" + hub)));
    }

    /** Answers when the no is acknowledged. */
    public Future<Void> decline(UUID offer, String hub) {
        var asked = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(service.getHost())
                .setPort(service.getPort())
                .setURI("/v1/offers/" + offer + "/declinal")
                .putHeader("Content-Type", "application/json")
                .putHeader("Authorization", "Bearer " + ofHub.get(hub));
        return http.request(asked)
                .compose(request -> request.send(FULL))
                .compose(answer -> Accepted.with(OK, answer))
                .compose(HttpClientResponse::end);
    }
}
