package fr.genereferral.hubdirectory.coordination;

import fr.genereferral.hubdirectory.Coordinator;
import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Whoever is refused is told what may be done instead: what the actions of the placement are then, and nothing else. */
@ApplicationScoped
class ActionsLeft {
    /** What a placement refuses as it stands; what is wrong with the request itself is no matter of the placement. */
    private static final Set<String> REFUSALS =
            Set.of("NOT_ESCALATED", "HUB_NOT_ABLE", "NO_LONGER_ELIGIBLE", "SECOND_PERSON_NEEDED", "ASSIGNMENT_OVER");

    private final ReadingEscalations reading;

    ActionsLeft(ReadingEscalations reading) {
        this.reading = reading;
    }

    /** @param asked has ended its transaction when it is refused */
    <T> Uni<T> after(Uni<T> asked, UUID referral, Coordinator by) {
        return asked.onFailure(ActionsLeft::isOfThePlacement).recoverWithUni(refused -> reading.actions(referral, by)
                .map(PlacementActions::names)
                .chain(left -> Uni.createFrom().failure(((Refused) refused).leaving(left))));
    }

    private static boolean isOfThePlacement(Throwable failure) {
        return failure instanceof Refused refused && REFUSALS.contains(refused.code());
    }
}
