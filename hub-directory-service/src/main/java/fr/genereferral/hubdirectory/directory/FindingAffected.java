package fr.genereferral.hubdirectory.directory;

import fr.genereferral.hubdirectory.DirectoryRecords;
import fr.genereferral.hubdirectory.Loss;
import fr.genereferral.hubdirectory.Paris;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Whom the end of an accreditation reaches: told, and moved by nobody but the coordinator. */
@ApplicationScoped
class FindingAffected {
    private static final int FIRST_PAGE = 200;

    private final DirectoryRecords records;
    private final Clock clock;

    FindingAffected(DirectoryRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Uni<AffectedRepresentation> by(UUID accreditation, UUID after, int limit) {
        return records.loss(accreditation).chain(loss -> loss.map(known -> page(known, after, limit))
                .orElseGet(() -> Uni.createFrom().item(AffectedRepresentation.none())));
    }

    /** The beginning of the list: no hub has accepted more for one therapy. */
    Uni<AffectedRepresentation> by(String hub, Accrediting.Revocation revocation) {
        return page(new Loss(null, hub, revocation.therapy(), revocation.endsOn(), null, null), null, FIRST_PAGE);
    }

    private Uni<AffectedRepresentation> page(Loss loss, UUID after, int limit) {
        if (loss.isEmpty()) {
            return Uni.createFrom().item(AffectedRepresentation.none());
        }
        var today = Paris.dayOf(clock.instant());
        return records.affected(loss, after, limit).map(found -> AffectedRepresentation.of(found, loss, today, limit));
    }
}
