package fr.genereferral.hubdirectory.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.FreedSlots;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.web.CurrentUser;
import fr.genereferral.hubdirectory.web.HubNumber;
import fr.genereferral.hubdirectory.web.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** GET /v1/hubs/{id}/freed-slots: what became free, and who has waited longest for it. Nobody is moved by it. */
@Path("/v1/hubs/{id}/freed-slots")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.HUB_CLINICIAN, Roles.HUB_ADMIN, Roles.COORDINATOR, Roles.AUDITOR})
public class FreedSlotResource {
    private final ReadingCapacity reading;
    private final CurrentUser user;

    FreedSlotResource(ReadingCapacity reading, CurrentUser user) {
        this.reading = reading;
        this.user = user;
    }

    /** @param next always null: the weeks ahead are one page */
    @Schema(name = "FreedSlotPage")
    record Page(List<Line> items, @Schema(nullable = true) String next) {
        static Page of(List<FreedSlots.Chance> chances) {
            return new Page(chances.stream().map(Line::from).toList(), null);
        }
    }

    /**
     * One free place.
     *
     * @param week its Monday
     * @param freedAt absent for one that nobody has had: it lies before the place of a child who has a later one
     * @param waiting children of the same therapy and bounds, oldest equity clock first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FreedSlot")
    record Line(String therapy, LocalDate week, int number, Instant freedAt, List<Child> waiting) {
        static Line from(FreedSlots.Chance chance) {
            var place = chance.place();
            return new Line(
                    place.therapy(),
                    place.week().monday(),
                    place.number(),
                    place.freedAt(),
                    chance.children().stream().map(Child::from).toList());
        }
    }

    /**
     * A child by pseudonymous ids.
     *
     * @param state OPEN, or ACCEPTED with a place in a later week
     * @param week of that place
     * @param waitingSince where the equity clock started
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "WaitingChild")
    record Child(UUID referralId, UUID offerId, OfferState state, LocalDate week, Instant waitingSince) {
        static Child from(FreedSlots.Waiting waiting) {
            return new Child(
                    waiting.referral(),
                    waiting.offer(),
                    waiting.state(),
                    waiting.week() == null ? null : waiting.week().monday(),
                    waiting.since());
        }
    }

    @GET
    @Operation(operationId = "listFreedSlots")
    public Uni<Page> list(String id) {
        var reader = user.rights();
        return reading.freed(HubNumber.of(id), reader).map(Page::of);
    }
}
