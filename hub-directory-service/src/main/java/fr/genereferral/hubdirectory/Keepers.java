package fr.genereferral.hubdirectory;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Port to who has the file of an offer in hand at its hub. Two changes of one file never run at once. */
public interface Keepers {

    /** What becomes of a file; empty when it stays as it is. */
    @FunctionalInterface
    interface Change {
        /** @param now the database's clock */
        Optional<KeeperChange> of(Keeping keeping, Instant now);
    }

    /** With the last 200 changes; fails as not found when the offer was made to another hub, or never. */
    Uni<Keeping> of(UUID offer, String hub);

    /** Nobody who answers the offer is kept waiting by it. */
    Uni<Keeping> change(UUID offer, String hub, Change work);
}
