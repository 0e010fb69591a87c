package fr.genereferral.hubdirectory.web;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/** Refuses a body that says itself that it is too large; {@link BodyDoor} measures those that do not say. */
@ApplicationScoped
class SizeLimit {
    /** Before the framework's limit, which would answer without a word. */
    private static final int BEFORE_THE_FRAMEWORK = 100;

    private final EarlyRefusal refusal;
    private final long limit;

    SizeLimit(EarlyRefusal refusal, VertxHttpConfig http) {
        this.refusal = refusal;
        // The framework stops reading at twice that, should ever one get past.
        this.limit = http.limits().maxBodySize().orElseThrow().asLongValue() / 2;
    }

    /** Bytes that a body may have. */
    long largest() {
        return limit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= limit) {
            context.next();
            return;
        }
        refusal.because("TOO_LARGE", context);
    }
}
