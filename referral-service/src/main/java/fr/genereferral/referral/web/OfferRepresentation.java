package fr.genereferral.referral.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Offer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An offer as whoever reads the referral sees it.
 *
 * @param terms what the yes of the hub came with; absent where it came with nothing, and once it holds no longer
 */
@Schema(name = "Offer")
record OfferRepresentation(
        UUID offerId,
        UUID matchRunId,
        String therapy,
        Offer.Hub hub,
        int rank,
        int candidates,
        boolean illustrative,
        String state,
        Instant offeredAt,
        Instant expiresAt,
        Instant seenAt,
        Instant answeredAt,
        String declineReason,
        Offer.Travel travel,
        int cost,
        List<String> conditionalOn,
        List<Offer.Candidate> next,
        @JsonInclude(JsonInclude.Include.NON_NULL) TermsRepresentation terms) {

    /** @param goesOn whether the child may still come to the hub: else nobody is to come to an appointment */
    static OfferRepresentation from(Offer offer, boolean goesOn) {
        return new OfferRepresentation(
                offer.offerId(),
                offer.matchRunId(),
                offer.therapy(),
                offer.hub(),
                offer.rank(),
                offer.candidates(),
                offer.illustrative(),
                offer.state(),
                offer.offeredAt(),
                offer.expiresAt(),
                offer.seenAt(),
                offer.answeredAt(),
                offer.declineReason(),
                offer.travel(),
                offer.cost(),
                offer.conditionalOn(),
                offer.next(),
                goesOn ? offer.standingTerms().map(TermsRepresentation::from).orElse(null) : null);
    }
}
