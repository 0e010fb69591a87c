package fr.genereferral.referral.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Waits only so long for a body. The framework ends a connection on which nothing moves; one that brings a byte a second
 * would be waited for all day.
 */
@ApplicationScoped
class SlowBody {
    /** A megabyte at a third of a megabit a second. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Twenty of them at half a megabit a second. */
    private static final Duration LONGEST_FILE = Duration.ofMinutes(5);

    private static final int FIRST = 110;

    private final Vertx vertx;
    private final EarlyRefusal refusal;

    SlowBody(Vertx vertx, EarlyRefusal refusal) {
        this.vertx = vertx;
        this.refusal = refusal;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        var headers = context.request().headers();
        if (headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            var timer = vertx.setTimer(longest(context).toMillis(), late -> giveUp(context));
            context.request().end().onComplete(done -> vertx.cancelTimer(timer));
        }
        context.next();
    }

    private static Duration longest(RoutingContext context) {
        return SizeLimit.isFile(context.normalizedPath()) ? LONGEST_FILE : LONGEST;
    }

    private void giveUp(RoutingContext context) {
        if (!context.response().ended()) {
            refusal.because("TOO_SLOW", context);
        }
    }
}
