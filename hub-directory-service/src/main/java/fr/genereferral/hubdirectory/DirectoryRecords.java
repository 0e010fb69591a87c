package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port to what is read of the directory beside the hubs as they are now. */
public interface DirectoryRecords {

    /**
     * All that was known of a hub's accreditations; fails as not found when there is no such hub.
     *
     * @param therapy null for every therapy
     * @param before what was recorded at that instant or later was not known
     */
    Uni<List<KnownAccreditation>> known(String hub, String therapy, Instant before);

    /** What the end of an accreditation takes away; empty while it has none. Fails as not found when there is none such. */
    Uni<Optional<Loss>> loss(UUID accreditation);

    /** What a loss means for one referral; fails as not found for one that it does not concern. */
    Uni<Affected> affected(Loss loss, UUID referral);

    /** Those whom a loss concerns, oldest first; one more than the limit when there are more. */
    Uni<List<Affected>> affected(Loss loss, UUID after, int limit);

    /**
     * A hub's changes, newest first; one more than the limit when there are more. Fails as not found for a hub whose history
     * the reader may not see.
     *
     * @param before the version of the last change of the page before; null for the first page
     */
    Uni<List<EntryChange>> history(String hub, Rights reader, Long before, int limit);

    /**
     * A referral that the hub has accepted and that the loss reaches: accepted while it might not be, or there when the
     * loss became known.
     *
     * @param offer what was accepted
     * @param held whether the hub still has it
     * @param confirmation the coordinator's word; null while there is none
     */
    record Affected(UUID referral, UUID offer, Instant acceptedAt, boolean held, LossConfirmation confirmation) {}
}
