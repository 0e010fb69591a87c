package fr.genereferral.hubdirectory.web;

import fr.genereferral.hubdirectory.Refused;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a body must be before anybody reads it: said to be JSON (or a CSV file where one is taken), in UTF-8 if it names a
 * character set, and no larger than the limit even when it comes in chunks. The framework takes a missing or vague type for
 * a fitting one.
 */
@Provider
public class BodyDoor implements ReaderInterceptor {
    private final RoutingContext request;
    private final SizeLimit limit;
    private final HangUp hangUp;

    BodyDoor(RoutingContext request, SizeLimit limit, HangUp hangUp) {
        this.request = request;
        this.hangUp = hangUp;
        // Asked at each body: providers are made before the configuration can be read.
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var path = request.normalizedPath();
        if (!isTaken(context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE), path)) {
            throw new NotSupportedException();
        }
        var most = (int) limit.largest(path);
        var body = context.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            var unread = request.request();
            // The rest is not read: nothing else can follow on this connection.
            request.response().putHeader("Connection", "close").endHandler(sent -> hangUp.on(unread));
            throw Refused.because("TOO_LARGE");
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static boolean isTaken(String given, String path) {
        if (given == null || given.isBlank()) {
            return false;
        }
        var type = MediaType.valueOf(given);
        var charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, StandardCharsets.UTF_8.name());
        var name = type.getType() + "/" + type.getSubtype();
        return (name.equalsIgnoreCase(MediaType.APPLICATION_JSON)
                        || name.equalsIgnoreCase("text/csv") && path.equals(SizeLimit.FILES))
                && charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }
}
