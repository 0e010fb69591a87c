package fr.genereferral.referral.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Says no in our own shape before the framework has looked at the request, and hangs up: its body is not read. */
@ApplicationScoped
class EarlyRefusal {
    private final ProblemCatalogue catalogue;
    private final ObjectMapper json;
    private final HangUp hangUp;

    EarlyRefusal(ProblemCatalogue catalogue, ObjectMapper json, HangUp hangUp) {
        this.catalogue = catalogue;
        this.json = json;
        this.hangUp = hangUp;
    }

    void because(String code, RoutingContext context) {
        var problem = catalogue.get(code);
        var language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Marks.of(context.request().getHeader(Marks.CORRELATION)).forEach(context.response()::putHeader);
        // Nothing else can follow on this connection.
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language)
                .putHeader("Connection", "close")
                .end(text(code, problem, language))
                .onComplete(sent -> hangUp.on(context.request()));
    }

    private String text(String code, ProblemCatalogue.Entry problem, String language) {
        try {
            return json.writeValueAsString(
                    ProblemMapper.problem(code, problem, language).build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of ours does not serialise", e);
        }
    }
}
