package fr.genereferral.referral.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Ends a connection whose request was answered before it was whole. Not at once: who is still sending would see the
 * connection break and never read the answer, so what comes is let through to nowhere for a moment.
 */
@ApplicationScoped
class HangUp {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Vertx vertx;

    HangUp(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Once the answer is sent. */
    void on(HttpServerRequest request) {
        var connection = request.connection();
        if (request.isEnded()) {
            connection.close();
            return;
        }
        var timer = vertx.setTimer(MOMENT.toMillis(), late -> connection.close());
        // Asked before the rest is let through: what waits there already may be the end.
        var end = request.handler(rest -> {}).end();
        request.resume();
        end.onComplete(whole -> {
            vertx.cancelTimer(timer);
            connection.close();
        });
    }
}
