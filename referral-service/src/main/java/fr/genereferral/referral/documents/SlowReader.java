package fr.genereferral.referral.documents;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Waits only so long for somebody who reads a content. The framework ends a connection on which nothing moves; one that takes a
 * byte a second would hold its place, its file and its thread all day.
 */
@ApplicationScoped
class SlowReader {
    /** Twenty megabytes at half a megabit a second, as for who sends them. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Vertx vertx;

    SlowReader(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Breaks the answer off once it has taken too long: whoever writes it is told so by a failure.
     *
     * @return to be run when it is written
     */
    Runnable watch(HttpServerResponse response) {
        return watch(response, LONGEST);
    }

    Runnable watch(HttpServerResponse response, Duration longest) {
        var timer = vertx.setTimer(longest.toMillis(), late -> response.reset());
        return () -> vertx.cancelTimer(timer);
    }
}
