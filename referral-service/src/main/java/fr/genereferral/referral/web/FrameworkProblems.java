package fr.genereferral.referral.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.arc.Arc;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives the problems that the framework raises (401, 403, 404, 405, 415, 500 …) the same shape, codes and languages as
 * ours, and drops whatever else they would say.
 */
@ApplicationScoped
class FrameworkProblems implements ProblemPostProcessor {
    private static final int INTERNAL = 500;

    private final ProblemCatalogue catalogue;
    private final RoutingContext request;

    FrameworkProblems(ProblemCatalogue catalogue, RoutingContext request) {
        this.catalogue = catalogue;
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getParameters().containsKey("code")) {
            return problem;
        }
        if (problem.getStatusCode() == INTERNAL && Outage.isCauseOf(context.cause)) {
            return ProblemMapper.problem("UNAVAILABLE", catalogue.get("UNAVAILABLE"), language())
                    .build();
        }
        var general = catalogue.ofStatus(problem.getStatusCode());
        var rewritten = ProblemMapper.problem(general.getKey(), general.getValue(), language());
        problem.getHeaders().forEach(rewritten::withHeader);
        return rewritten.build();
    }

    private String language() {
        var asked = Arc.container().requestContext().isActive()
                ? request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)
                : null;
        return Language.of(asked);
    }
}
