package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.LossConfirmation;
import fr.genereferral.hubdirectory.Placements;
import fr.genereferral.hubdirectory.Successions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Whoever may no longer take a child is asked no more, or keeps it no longer: the next hub is asked. */
@ApplicationScoped
class AskingTheNext {
    private final Placements placements;
    private final Successions successions;

    AskingTheNext(Placements placements, Successions successions) {
        this.placements = placements;
        this.successions = successions;
    }

    /**
     * Joins the transaction that has taken something away from the hub.
     *
     * @param therapy null for every therapy
     */
    Uni<Void> insteadOf(String hub, String therapy) {
        return placements.changeAsked(
                hub,
                therapy,
                (placement, run, desk) ->
                        placement.loseAccreditation(successions.of(placement, run, desk), desk.now()));
    }

    /** The coordinator's word on a hub that had accepted; where it moves the child, the next hub is asked. */
    Uni<Void> afterAYes(UUID referral, Function<Instant, LossConfirmation> said) {
        return placements.change(
                referral,
                (placement, run, desk) -> placement.confirmLoss(
                        said.apply(desk.now()), successions.of(placement, run, desk), desk.now()));
    }
}
