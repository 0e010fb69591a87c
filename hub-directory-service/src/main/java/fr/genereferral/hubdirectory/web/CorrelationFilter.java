package fr.genereferral.hubdirectory.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives each answer its {@link Marks}. */
class CorrelationFilter {

    @ServerResponseFilter
    void mark(ContainerRequestContext request, ContainerResponseContext response) {
        Marks.of(request.getHeaderString(Marks.CORRELATION)).forEach(response.getHeaders()::putSingle);
    }
}
