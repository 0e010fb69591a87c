package fr.genereferral.hubdirectory.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * 401 in our own shape. resteasy-problem 3.21.0 has a mapper for it that does not link against Quarkus 3.33.2
 * (NoSuchFieldError headerName), so ours comes first.
 */
class UnauthenticatedMapper {
    private static final int FIRST = 1;

    private final ProblemCatalogue catalogue;

    @Context
    HttpHeaders headers;

    UnauthenticatedMapper(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, UnauthorizedException.class},
            priority = FIRST)
    public Response refuse() {
        var entry = catalogue.get("UNAUTHENTICATED");
        return ProblemMapper.problem("UNAUTHENTICATED", entry, Language.of(headers))
                .withHeader("WWW-Authenticate", "Bearer")
                .build()
                .toResponse();
    }
}
