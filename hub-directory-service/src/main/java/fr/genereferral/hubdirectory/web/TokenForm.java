package fr.genereferral.hubdirectory.web;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what cannot be a token of ours before anything is spent on reading it: one that is far longer, or has not the
 * three parts of a signed one, on some of which the framework fails with a 500.
 */
class TokenForm {
    /** The realm's longest take about 1,500 characters. */
    private static final int LONGEST = 8_000;

    private static final String SCHEME = "bearer ";
    private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        var given = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (given != null && given.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) && !isPlausible(given)) {
            throw new AuthenticationFailedException();
        }
    }

    private static boolean isPlausible(String header) {
        return header.length() <= LONGEST
                && SIGNED.matcher(header.substring(SCHEME.length()).strip()).matches();
    }
}
