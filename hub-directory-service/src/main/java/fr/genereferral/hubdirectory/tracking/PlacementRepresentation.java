package fr.genereferral.hubdirectory.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.DeclineReason;
import fr.genereferral.hubdirectory.GiveBackReason;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementRecords.PlacementFile;
import fr.genereferral.hubdirectory.PlacementState;
import fr.genereferral.hubdirectory.web.HeardRepresentation;
import fr.genereferral.hubdirectory.web.MatchRunRepresentation;
import fr.genereferral.hubdirectory.web.TermsRepresentation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A placement with its match runs and offers, oldest first.
 *
 * @param offers all of them for the coordinator, its own for a hub
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Placement")
record PlacementRepresentation(
        UUID referralId,
        PlacementState state,
        long version,
        List<MatchRunRepresentation> matchRuns,
        List<OfferRepresentation> offers) {

    /** How one hub was asked and what it said. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PlacementOffer")
    record OfferRepresentation(
            UUID id,
            int routing,
            UUID matchRunId,
            HubName hub,
            String therapy,
            int rank,
            OfferState state,
            boolean illustrative,
            Instant offeredAt,
            Instant expiresAt,
            Instant seenAt,
            Instant endedAt,
            DeclineReason declineReason,
            GiveBackReason giveBackReason,
            HeardRepresentation heard,
            TermsRepresentation terms) {

        static OfferRepresentation from(Offer offer) {
            return new OfferRepresentation(
                    offer.id(),
                    offer.routing(),
                    offer.matchRunId(),
                    offer.hub(),
                    offer.therapy(),
                    offer.rank(),
                    offer.state(),
                    offer.illustrative(),
                    offer.offeredAt(),
                    offer.expiresAt(),
                    offer.seenAt(),
                    offer.endedAt(),
                    offer.declineReason(),
                    offer.giveBackReason(),
                    HeardRepresentation.of(offer),
                    TermsRepresentation.of(offer));
        }
    }

    static PlacementRepresentation from(PlacementFile file, Reader reader) {
        var placement = file.placement();
        return new PlacementRepresentation(
                placement.referralId(),
                placement.state(),
                placement.version(),
                file.runs().stream().map(reader::representation).toList(),
                placement.allOffers().stream().map(OfferRepresentation::from).toList());
    }
}
