package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Amendment;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Referral;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The dossier of the first day and what was said since, in the caller's transaction. */
final class Histories {
    private Histories() {}

    static Uni<DossierHistory> of(Mutiny.Session session, UUID id) {
        return session.find(Referral.class, id).chain(referral -> session.find(
                        DossierRow.class, new DossierRow.Key(id, 1))
                .chain(first -> session.createQuery(
                                "from FactEntryRow e where e.referralId = :id order by e.number", FactEntryRow.class)
                        .setParameter("id", id)
                        .getResultList()
                        .chain(rows -> merges(session, id).map(merges -> new DossierHistory(
                                        // Of a draft nothing has been said.
                                        first == null ? "{}" : first.document(),
                                        referral.organisation(),
                                        // C0 itself moves when another referral comes in, and back when it leaves.
                                        Merge.ownClock(referral.clockStartedAt(), merges),
                                        rows.stream().map(FactEntryRow::entry).toList())
                                .after(merges)))));
    }

    /** By which facts have come here that were said of another referral, be they undone. */
    static Uni<List<Merge>> merges(Mutiny.Session session, UUID id) {
        return session.createQuery(
                        "from MergeRow m where m.survivor = :id and m.mergedVersion is not null", MergeRow.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(MergeRow::merge).toList());
    }

    /** @param version that of the dossier after the amendment */
    static Uni<Void> store(Mutiny.Session session, UUID id, int version, Amendment amendment, Instant at) {
        var entries = amendment.entries().stream()
                .map(entry -> new FactEntryRow(id, entry))
                .toArray();
        return session.persist(new DossierRow(id, version, amendment.dossier(), at))
                .chain(() -> session.persistAll(entries));
    }
}
