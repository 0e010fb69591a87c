package fr.genereferral.hubdirectory.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.OfferState;
import fr.genereferral.hubdirectory.PlacementRecords.ListedOffer;
import fr.genereferral.hubdirectory.Urgency;
import fr.genereferral.hubdirectory.web.KeeperRepresentation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of a hub's list: nothing about the child.
 *
 * @param inHand who reads the file; absent while nobody does, and once the offer or the referral has ended
 */
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
        KeeperRepresentation inHand,
        long version) {

    static OfferLineRepresentation from(ListedOffer listed) {
        var line = listed.line();
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
                KeeperRepresentation.of(listed.lastKept().filter(kept -> line.isHeld())),
                line.version());
    }
}
