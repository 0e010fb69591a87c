package fr.genereferral.hubdirectory.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.DirectoryRecords;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.FieldChange;
import fr.genereferral.hubdirectory.HubChanged;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.Paged;
import fr.genereferral.hubdirectory.web.Parameters;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** GET /v1/hubs/{id}/history: who changed what of an entry, since when it is true and since when it is known. */
@Path("/v1/hubs/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.AUDITOR, Roles.HUB_ADMIN})
public class HubHistoryResource {
    private final DirectoryRecords records;
    private final CurrentUser user;

    HubHistoryResource(DirectoryRecords records, CurrentUser user) {
        this.records = records;
        this.user = user;
    }

    /** @param next cursor of the following page; null on the last one */
    @Schema(name = "HubHistoryPage")
    record Page(List<Line> items, @Schema(nullable = true) String next) {}

    /**
     * One change.
     *
     * @param version of the entry after it
     * @param therapy absent when it is about none
     * @param effectiveOn since when it is true
     * @param recordedAt since when it is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HubHistoryLine")
    record Line(
            long version,
            HubChanged.Change change,
            String therapy,
            LocalDate effectiveOn,
            Instant recordedAt,
            String recordedBy,
            List<Field> fields) {

        static Line from(EntryChange entry) {
            var event = entry.event();
            return new Line(
                    event.sequence(),
                    event.change(),
                    event.therapy(),
                    event.effectiveOn(),
                    entry.hand().at(),
                    entry.hand().by(),
                    entry.fields().stream().map(Field::from).toList());
        }
    }

    /** What a field was and has become; absent where nothing was or is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FieldChange")
    record Field(String field, String from, String to) {

        static Field from(FieldChange change) {
            return new Field(change.field(), change.from(), change.to());
        }
    }

    @GET
    @Operation(operationId = "readHubHistory")
    @APIResponseSchema(Page.class)
    public Uni<Response> read(String id, @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        var reader = user.rights();
        var size = Parameters.pageSize(limit);
        var before = Parameters.number(cursor).orElse(null);
        return records.history(HubNumber.of(id), reader, before, size).map(found -> page(found, id, size));
    }

    private static Response page(List<EntryChange> found, String id, int size) {
        var items = found.stream().limit(size).map(Line::from).toList();
        var next = found.size() > size ? Long.toString(items.get(size - 1).version()) : null;
        return Paged.of("/v1/hubs/" + id + "/history", size).answer(new Page(items, next), next);
    }
}
