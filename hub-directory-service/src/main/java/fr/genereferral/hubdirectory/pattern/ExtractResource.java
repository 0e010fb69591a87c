package fr.genereferral.hubdirectory.pattern;

import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.Language;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Year;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** GET /v1/patterns/extract: what may be published of a year, as JSON or, for who asks for it, as a file. */
@Path("/v1/patterns/extract")
public class ExtractResource {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

    private final Extracting extracting;
    private final CurrentUser user;
    private final Clock clock;

    ExtractResource(Extracting extracting, CurrentUser user, Clock clock) {
        this.extracting = extracting;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR})
    @Operation(operationId = "extractPatterns")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExtractRepresentation.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public Uni<Response> extract(@QueryParam("year") String year, @Context HttpHeaders headers) {
        user.organisation();
        var over = over(year);
        var language = Language.of(headers);
        return extracting
                .extract(over)
                .map(extract -> wantsFile(headers)
                        ? file(over, extract.csv(language))
                        : Response.ok(extract, MediaType.APPLICATION_JSON_TYPE).build());
    }

    /** Whole years that are over: what is counted of them stays, and two extracts have nobody of a hub in common. */
    private Year over(String given) {
        var running = Year.now(clock.withZone(Paris.ZONE));
        var year = Parameters.text(given, YEAR).map(Year::parse).orElse(running.minusYears(1));
        if (!year.isBefore(running)) {
            throw Refused.because("PARAMETER_INVALID");
        }
        return year;
    }

    /** The first of both that is named. */
    private static boolean wantsFile(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> isCsv(type) || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .findFirst()
                .filter(ExtractResource::isCsv)
                .isPresent();
    }

    private static boolean isCsv(MediaType type) {
        return type.getType().equals("text")
                && (type.isWildcardSubtype() || type.getSubtype().equals("csv"));
    }

    private static Response file(Year year, String text) {
        return Response.ok(text, CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"patterns-" + year + ".csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
