package fr.genereferral.referral.web;

import fr.genereferral.referral.Refused;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a body must be before anybody reads it: said to be JSON, in UTF-8 if it names a character set, and no larger than
 * the limit even when it comes in chunks. The framework takes a missing or vague type for a fitting one. A file is let through
 * as it comes, for who reads it piece by piece, and ends at the limit.
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
        if (context.getType() == InputStream.class) {
            return file(context);
        }
        if (!isJson(context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))) {
            throw new NotSupportedException();
        }
        var most = (int) limit.largest(request.normalizedPath());
        var body = context.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            closeAfterwards(request.response(), request.request());
            throw Refused.because("TOO_LARGE");
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    /** The rest is not read: nothing else can follow on this connection. */
    private void closeAfterwards(HttpServerResponse response, HttpServerRequest unread) {
        response.putHeader("Connection", "close").endHandler(sent -> hangUp.on(unread));
    }

    /** Whoever is refused before all of it has come is told so, and not waited for. */
    private Object file(ReaderInterceptorContext context) throws IOException {
        var type = context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        if (type == null || MediaType.valueOf(type).isWildcardSubtype()) {
            throw new NotSupportedException();
        }
        var body = new LimitedStream(context.getInputStream(), limit.largest(request.normalizedPath()));
        var unread = request.request();
        var response = request.response();
        request.addHeadersEndHandler(beginning -> {
            if (!body.isAtEnd()) {
                closeAfterwards(response, unread);
            }
        });
        context.setInputStream(body);
        return context.proceed();
    }

    private static boolean isJson(String given) {
        if (given == null || given.isBlank()) {
            return false;
        }
        var type = MediaType.valueOf(given);
        var charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, StandardCharsets.UTF_8.name());
        return (type.getType() + "/" + type.getSubtype()).equalsIgnoreCase(MediaType.APPLICATION_JSON)
                && charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }
}
