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

    /** The one address that takes whole lists, as a file or as JSON. */
    static final String FILES = "/v1/directory/imports";

    private final EarlyRefusal refusal;
    private final long framework;

    SizeLimit(EarlyRefusal refusal, VertxHttpConfig http) {
        this.refusal = refusal;
        this.framework = http.limits().maxBodySize().orElseThrow().asLongValue();
    }

    /** Bytes that a body may have; the framework stops reading at twice the most, should ever one get past. */
    long largest(String path) {
        return path.equals(FILES) ? framework / 2 : framework / 10;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_FRAMEWORK);
    }

    private void check(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= largest(context.normalizedPath())) {
            context.next();
            return;
        }
        refusal.because("TOO_LARGE", context);
    }
}
