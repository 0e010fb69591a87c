package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.EntryChange;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
import fr.genereferral.hubdirectory.TeamEvidence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** The coordinator records what a hub may do, and until when. */
@ApplicationScoped
class Accrediting {
    private final Hubs hubs;
    private final AskingTheNext asking;

    Accrediting(Hubs hubs, AskingTheNext asking) {
        this.hubs = hubs;
        this.asking = asking;
    }

    /** What ends, when and why. */
    record Revocation(String therapy, LocalDate endsOn, Accreditation.EndReason reason) {}

    /** Once for each key. */
    Uni<Hub> grant(String hub, Accreditation.Grant granted, IdempotencyKey key, String by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return hubs.changeOnce(hub, key, (found, now) -> found.accredit(id, granted, by, now));
    }

    /** Whoever is being asked for a child and may no longer take it is asked no more: the next hub is. */
    Uni<Hub> revoke(String hub, Revocation revocation, String by) {
        return hubs.curtail(
                hub,
                (found, now) ->
                        found.endAccreditation(revocation.therapy(), revocation.endsOn(), revocation.reason(), by, now),
                () -> asking.insteadOf(hub, revocation.therapy()));
    }

    /** Once for each key. */
    Uni<Hub> attestTeam(UUID accreditation, TeamEvidence.Attested attested, IdempotencyKey key, String by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return hubs.holding(accreditation)
                .chain(hub -> hubs.changeOnce(hub, key, (found, now) -> {
                    var hand = new EntryChange.Hand(by, now);
                    found.attestTeam(accreditation, new TeamEvidence(id, accreditation, attested, hand), hand);
                }));
    }
}
