package fr.genereferral.hubdirectory.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementRecords.OfferLine;
import fr.genereferral.hubdirectory.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of a hub's list: nothing about the child. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OfferLine")
record OfferLineRepresentation(
        UUID id,
        UUID referralId,
        String therapy,
        Urgency urgency,
        OfferState state,
        boolean illustrative,
        Instant offeredAt,
        Instant expiresAt,
        Instant seenAt,
        Instant endedAt,
        long version) {

    static OfferLineRepresentation from(OfferLine line) {
        return new OfferLineRepresentation(
                line.id(),
                line.referralId(),
                line.therapy(),
                line.urgency(),
                line.state(),
                line.illustrative(),
                line.offeredAt(),
                line.expiresAt(),
                line.seenAt(),
                line.endedAt(),
                line.version());
    }
}
