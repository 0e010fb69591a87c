package fr.genereferral.hubdirectory.mail;

import fr.genereferral.hubdirectory.MailMode;
import fr.genereferral.hubdirectory.MailSetting;
import fr.genereferral.hubdirectory.MailSettings;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.web.BodyCheck;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.IfMatch;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How a hub wants to be written to: its administrator says so, or the coordinator. */
@Path("/v1/hubs/{id}/mail-setting")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_ADMIN, Roles.COORDINATOR})
@Cancellable(false)
public class MailSettingResource {
    private static final int LAST_HOUR = 23;

    private final MailSettings settings;
    private final CurrentUser user;

    MailSettingResource(MailSettings settings, CurrentUser user) {
        this.settings = settings;
        this.user = user;
    }

    @GET
    @Operation(operationId = "readMailSetting")
    @APIResponseSchema(MailSettingRepresentation.class)
    public Uni<Response> read(String id) {
        return settings.of(own(id)).map(MailSettingResource::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "chooseMailSetting")
    @APIResponseSchema(MailSettingRepresentation.class)
    public Uni<Response> choose(
            String id,
            @HeaderParam("If-Match") String version,
            @RequestBody(content = @Content(schema = @Schema(ref = "MailChoice"))) byte[] body) {
        var signatory = user.signatory();
        var hub = own(id);
        var check = BodyCheck.of(body);
        var mode = check.oneOf("mode", MailMode.class);
        var hour = check.has("digestHour")
                ? check.wholeNumber("digestHour", LAST_HOUR)
                : Integer.valueOf(MailSetting.USUAL_HOUR);
        check.done();
        var wish = new MailSettings.Wish(mode, hour, IfMatch.version(version), signatory);
        return settings.change(hub, wish).map(MailSettingResource::answer);
    }

    private String own(String id) {
        if (!user.isCoordinator() && !user.hub().equals(id)) {
            throw Refused.because("FORBIDDEN");
        }
        user.organisation();
        return HubNumber.of(id);
    }

    private static Response answer(MailSetting setting) {
        var zone = SiteZone.of(setting.hub()).getId();
        return Response.ok(MailSettingRepresentation.of(setting, zone))
                .header("ETag", "\"" + setting.version() + "\"")
                .build();
    }
}
