package fr.genereferral.hubdirectory.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.Refused;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Turns refusals into {@code application/problem+json} (RFC 9457), in the caller's language. */
@Provider
public class ProblemMapper implements ExceptionMapper<Refused> {
    private static final String TYPES = "https://genereferral.fr/problems/";
    /** Enough to correct by; a body full of rubbish would otherwise be answered with megabytes. */
    private static final int MOST_VIOLATIONS = 200;

    private final ProblemCatalogue catalogue;

    @Context
    HttpHeaders headers;

    ProblemMapper(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** One thing that is wrong with a request, in words. */
    record Violation(String pointer, String code, String detail, String expected) {}

    /** Who is being asked or has accepted. */
    record Holder(
            OfferState offer,
            PlacementState placement,
            HubName hub,
            @JsonInclude(JsonInclude.Include.NON_NULL) UUID offerId) {
        private static Holder of(Refused.Holder held) {
            return new Holder(held.offer(), held.placement(), held.hub(), held.offerId());
        }
    }

    @Override
    public Response toResponse(Refused refused) {
        var language = Language.of(headers);
        var entry = catalogue.get(refused.code());
        var problem = problem(refused.code(), entry, language);
        if (!refused.violations().isEmpty()) {
            problem.with("violations", violations(refused, language));
        }
        if (entry.status() == Response.Status.CONFLICT.getStatusCode()) {
            problem.with("actions", refused.actions());
        }
        refused.exclusion().ifPresent(reason -> problem.with("exclusion", reason));
        refused.holder().map(Holder::of).ifPresent(holder -> problem.with("holder", holder));
        return problem.build().toResponse();
    }

    static HttpProblem.Builder problem(String code, ProblemCatalogue.Entry entry, String language) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + code.toLowerCase(Locale.ROOT).replace('_', '-')))
                .withTitle(entry.title().in(language))
                .withStatus(entry.status())
                .withDetail(entry.detail().in(language))
                .with("code", code)
                .with("origin", entry.origin())
                .withHeader("Content-Language", language);
    }

    private List<Violation> violations(Refused refused, String language) {
        return refused.violations().stream()
                .limit(MOST_VIOLATIONS)
                .map(v -> new Violation(
                        v.pointer(), v.code(), catalogue.get(v.code()).detail().in(language), v.argument()))
                .toList();
    }
}
