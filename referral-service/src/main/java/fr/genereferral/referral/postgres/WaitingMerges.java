package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges.Dossiers;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Two that are to be one as soon as a hub's word has come. */
@ApplicationScoped
class WaitingMerges {
    private final Transactions transactions;
    private final MergedRows rows;
    private final Clock clock;

    WaitingMerges(Transactions transactions, MergedRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    Uni<List<Merge>> stopped(int most) {
        return transactions.as(Rights.platform(), session -> session.createQuery(
                        "select m from MergeRow m join Referral r on r.id = m.superseded"
                                + " where m.state = :stopping and not (r.state in :asking and r.joint.merging) order by m.id",
                        MergeRow.class)
                .setParameter("stopping", Merge.Stage.STOPPING)
                .setParameter("asking", Merging.ASKING)
                .setMaxResults(most)
                .getResultList()
                .map(found -> found.stream().map(MergeRow::merge).toList()));
    }

    Uni<Void> goOn(UUID id, Dossiers dossiers) {
        return stopped(id, (session, merging, row) -> {
            var access = new Access(row.merge().by(), Rights.platform(), "MERGE_DUPLICATE", null);
            return merging.isReady()
                    ? rows.join(session, merging, row, access, dossiers, now()).replaceWithVoid()
                    : rows.callOff(session, merging, row, access, now());
        });
    }

    Uni<Void> callOff(UUID id) {
        return stopped(id, (session, merging, row) -> {
            var access = new Access(row.merge().by(), Rights.platform(), "MERGE_DUPLICATE", null);
            return rows.callOff(session, merging, row, access, now());
        });
    }

    /** What becomes of two that waited for a hub's word. */
    private interface Outcome {
        Uni<Void> of(Mutiny.Session session, Merging merging, MergeRow row);
    }

    private Uni<Void> stopped(UUID id, Outcome outcome) {
        return transactions.as(Rights.platform(), session -> MergedRows.two(session, "m.id = :id", id)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().voidItem() : stopped(session, found.get(0), outcome)));
    }

    private static Uni<Void> stopped(Mutiny.Session session, Object[] found, Outcome outcome) {
        return TwoReferrals.locked(session, (UUID) found[2], (UUID) found[1])
                .chain(two -> session.find(MergeRow.class, (UUID) found[0]).chain(row -> {
                    var merging = new Merging(two.one(), two.other());
                    return row.merge().state() != Merge.Stage.STOPPING || merging.isWaiting()
                            ? Uni.createFrom().voidItem()
                            : outcome.of(session, merging, row);
                }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
