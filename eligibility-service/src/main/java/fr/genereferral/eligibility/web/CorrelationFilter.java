package fr.genereferral.eligibility.web;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Echoes the caller's {@code X-Correlation-ID} and gives each answer an {@code X-Request-ID}: support asks for both. */
class CorrelationFilter {
    /** Anything else could break a log line or a header. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @ServerResponseFilter
    void mark(ContainerRequestContext request, ContainerResponseContext response) {
        var correlation = request.getHeaderString("X-Correlation-ID");
        if (correlation != null && SAFE.matcher(correlation).matches()) {
            response.getHeaders().putSingle("X-Correlation-ID", correlation);
        }
        response.getHeaders()
                .putSingle("X-Request-ID", UuidCreator.getTimeOrderedEpoch().toString());
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
