package fr.genereferral.hubdirectory.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.Accreditation;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Hubs;
import fr.genereferral.hubdirectory.IdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The coordinator records what a hub may do, and until when. */
@ApplicationScoped
class Accrediting {
    private final Hubs hubs;

    Accrediting(Hubs hubs) {
        this.hubs = hubs;
    }

    /** What ends, when and why. */
    record Revocation(String therapy, LocalDate endsOn, Accreditation.EndReason reason) {}

    /** Once for each key. */
    Uni<Hub> grant(String hub, Accreditation.Grant granted, IdempotencyKey key, String by) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return hubs.changeOnce(hub, key, (found, now) -> found.accredit(id, granted, by, now));
    }

    Uni<Hub> revoke(String hub, Revocation revocation, String by) {
        return hubs.change(
                hub,
                (found, now) -> found.endAccreditation(
                        revocation.therapy(), revocation.endsOn(), revocation.reason(), by, now));
    }
}
