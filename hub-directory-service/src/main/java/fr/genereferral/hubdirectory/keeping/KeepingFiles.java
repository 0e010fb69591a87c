package fr.genereferral.hubdirectory.keeping;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.HandoverReason;
import fr.genereferral.hubdirectory.Keeper;
import fr.genereferral.hubdirectory.KeeperChange;
import fr.genereferral.hubdirectory.Keepers;
import fr.genereferral.hubdirectory.Keeping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Colleagues of a hub tell each other who reads a file. */
@ApplicationScoped
class KeepingFiles {
    private final Keepers keepers;

    KeepingFiles(Keepers keepers) {
        this.keepers = keepers;
    }

    /**
     * Who tells.
     *
     * @param subject the person
     */
    record Colleague(UUID offer, String hub, String subject) {
        private KeeperChange.Hand hand(Instant now) {
            return new KeeperChange.Hand(UuidCreator.getTimeOrderedEpoch(), subject, now);
        }
    }

    /** To whom, and why. */
    record Handover(Keeper to, HandoverReason reason) {}

    Uni<Keeping> read(Colleague by) {
        return keepers.of(by.offer(), by.hub());
    }

    Uni<Keeping> claim(Colleague by) {
        return keepers.change(by.offer(), by.hub(), (keeping, now) -> keeping.claim(by.hand(now)));
    }

    Uni<Keeping> release(Colleague by) {
        return keepers.change(by.offer(), by.hub(), (keeping, now) -> Optional.of(keeping.release(by.hand(now))));
    }

    Uni<Keeping> handOver(Colleague by, Handover handover) {
        return keepers.change(
                by.offer(),
                by.hub(),
                (keeping, now) -> keeping.handOver(handover.to(), handover.reason(), by.hand(now)));
    }
}
