package fr.genereferral.referral.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Says 413 in our own shape: the framework's own limit, which stands behind this one, answers with an empty body. */
@ApplicationScoped
class SizeLimit {
    /** Before the framework's limit, which comes second. */
    private static final int BEFORE_THE_FRAMEWORK = 100;

    private final ProblemCatalogue catalogue;
    private final ObjectMapper json;
    private final long limit;

    SizeLimit(ProblemCatalogue catalogue, ObjectMapper json, VertxHttpConfig http) {
        this.catalogue = catalogue;
        this.json = json;
        this.limit = http.limits().maxBodySize().orElseThrow().asLongValue();
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
        var language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        // The body is not read: nothing else can follow on this connection.
        context.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(problem(language))
                .onComplete(sent -> context.request().connection().close());
    }

    private String problem(String language) {
        try {
            return json.writeValueAsString(ProblemMapper.problem("TOO_LARGE", catalogue.get("TOO_LARGE"), language)
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of ours does not serialise", e);
        }
    }
}
