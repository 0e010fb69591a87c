package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Refused;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Turns refusals into {@code application/problem+json} (RFC 9457), in the caller's language. */
@Provider
public class ProblemMapper implements ExceptionMapper<Refused> {
    private static final String TYPES = "https://genereferral.fr/problems/";
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_AFTER_SECONDS = 5;
    /** Enough to correct by; a body full of rubbish would otherwise be answered with megabytes. */
    private static final int MOST_VIOLATIONS = 200;

    private final ProblemCatalogue catalogue;

    @Context
    HttpHeaders headers;

    ProblemMapper(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One thing that is wrong with a request, in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Violation(String pointer, String code, String detail, String expected) {}

    @Override
    public Response toResponse(Refused refused) {
        var language = Language.of(headers);
        var entry = catalogue.get(refused.code());
        var problem = problem(refused.code(), entry, language);
        if (!refused.violations().isEmpty()) {
            problem.with("violations", violations(refused, language));
        }
        if (refused.code().equals("MOVE_NOT_ALLOWED")) {
            problem.with("actions", refused.actions());
        }
        refused.existing().ifPresent(id -> problem.with("referral", "/v1/referrals/" + id));
        refused.state().ifPresent(state -> problem.with("state", state.name()));
        return problem.build().toResponse();
    }

    static HttpProblem.Builder problem(String code, ProblemCatalogue.Entry entry, String language) {
        var problem = HttpProblem.builder()
                .withType(URI.create(TYPES + code.toLowerCase(Locale.ROOT).replace('_', '-')))
                .withTitle(entry.title().in(language))
                .withStatus(entry.status())
                .withDetail(entry.detail().in(language))
                .with("code", code)
                .with("origin", entry.origin())
                .withHeader("Content-Language", language);
        return entry.status() == UNAVAILABLE ? problem.withHeader("Retry-After", RETRY_AFTER_SECONDS) : problem;
    }

    private List<Violation> violations(Refused refused, String language) {
        return refused.violations().stream()
                .limit(MOST_VIOLATIONS)
                .map(v -> new Violation(
                        v.pointer(), v.code(), catalogue.get(v.code()).detail().in(language), v.argument()))
                .toList();
    }
}
