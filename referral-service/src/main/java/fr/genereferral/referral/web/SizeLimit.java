package fr.genereferral.referral.web;

import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;

/** Refuses a body that says itself that it is too large; {@link BodyDoor} measures those that do not say. */
@ApplicationScoped
class SizeLimit {
    /** Before the framework's limit, which would answer without a word. */
    private static final int BEFORE_THE_FRAMEWORK = 100;

    /** The addresses that take a file as it is. */
    private static final Pattern FILES = Pattern.compile("/v1/referrals/[^/]+/documents");

    private final EarlyRefusal refusal;
    private final long framework;

    SizeLimit(EarlyRefusal refusal, VertxHttpConfig http) {
        this.refusal = refusal;
        this.framework = http.limits().maxBodySize().orElseThrow().asLongValue();
    }

    static boolean isFile(String path) {
        return FILES.matcher(path).matches();
    }

    /** Bytes that a body may have; the framework stops reading at twice the most, should ever one get past. */
    long largest(String path) {
        return isFile(path) ? framework / 2 : framework / 40;
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
