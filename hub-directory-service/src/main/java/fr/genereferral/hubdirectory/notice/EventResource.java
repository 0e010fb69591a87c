package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Marks;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** GET /v1/offers/events: what happens to the offers of the caller's hub, as it happens. */
@Path("/v1/offers/events")
public class EventResource {
    private static final Logger LOG = Logger.getLogger(EventResource.class);
    private static final long COME_AGAIN_SECONDS = 5;
    private static final long COME_AGAIN_MILLIS = 3_000;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final TellingHubs telling;
    private final CurrentUser user;
    private final RoutingContext routing;

    EventResource(TellingHubs telling, CurrentUser user, RoutingContext routing) {
        this.telling = telling;
        this.user = user;
        this.routing = routing;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN})
    @Operation(operationId = "followOffers")
    @APIResponseSchema(String.class)
    public Multi<OutboundSseEvent> follow(
            @HeaderParam("Last-Event-ID") String last, @Context HttpHeaders headers, @Context Sse sse) {
        var hub = user.hub();
        checkAsksForAStream(headers);
        if (telling.isFull(hub)) {
            throw new ServiceUnavailableException(COME_AGAIN_SECONDS);
        }
        var response = routing.response();
        Marks.of(headers.getHeaderString(Marks.CORRELATION)).forEach(response::putHeader);
        // A proxy that collects an answer before it hands it on would keep every event.
        response.putHeader("X-Accel-Buffering", "no");
        var reader = new Follower.Reader(hub, user.tokenEndsAt(), response::reset);
        return telling.follow(reader, number(last))
                .map(signal -> event(signal, sse))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "a stream could not go on: reason=%s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithCompletion();
    }

    /** Whoever takes anything would wait for the end of an answer that has none. */
    private static void checkAsksForAStream(HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(EventResource::isStream)) {
            throw new NotAcceptableException();
        }
    }

    private static boolean isStream(MediaType type) {
        return type.getType().equals("text") && type.getSubtype().equals("event-stream");
    }

    /** An id of another form was never given by us: as with one that is too old, the reader begins anew. */
    private static Long number(String last) {
        return last != null && NUMBER.matcher(last).matches() ? Long.valueOf(last) : null;
    }

    private static OutboundSseEvent event(Signal signal, Sse sse) {
        if (signal.name() == null) {
            return sse.newEventBuilder().comment("").build();
        }
        return sse.newEventBuilder()
                .id(signal.id().toString())
                .name(signal.name())
                .reconnectDelay(COME_AGAIN_MILLIS)
                .data(signal.data())
                .build();
    }
}
