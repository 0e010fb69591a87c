package fr.genereferral.hubdirectory.keeping;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.HandoverReason;
import fr.genereferral.hubdirectory.KeeperChange;
import fr.genereferral.hubdirectory.KeeperMove;
import fr.genereferral.hubdirectory.Keeping;
import fr.genereferral.hubdirectory.web.KeeperRepresentation;
import fr.genereferral.hubdirectory.web.KeeperRepresentation.Named;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who has the file of an offer in hand, and who had it before.
 *
 * @param inHand absent while nobody has it, and once the offer or the referral has ended
 * @param changes newest first, the last 200
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Keeping")
record KeepingRepresentation(UUID offerId, KeeperRepresentation inHand, List<Change> changes) {

    /**
     * One change.
     *
     * @param from absent where nobody had it
     * @param to absent where nobody has it afterwards
     * @param reason of a handing over
     * @param madeBy subject of the person who says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "KeeperChange")
    record Change(
            int number, KeeperMove move, Named from, Named to, HandoverReason reason, Instant madeAt, String madeBy) {

        static Change of(KeeperChange change) {
            return new Change(
                    change.number(),
                    change.move(),
                    Named.of(change.from()),
                    Named.of(change.to()),
                    change.reason().orElse(null),
                    change.madeAt(),
                    change.madeBy());
        }
    }

    static KeepingRepresentation of(Keeping keeping) {
        var changes = keeping.changes();
        return new KeepingRepresentation(
                keeping.offer(),
                KeeperRepresentation.of(changes.stream().findFirst().filter(last -> keeping.isHeld())),
                changes.stream().map(Change::of).toList());
    }
}
