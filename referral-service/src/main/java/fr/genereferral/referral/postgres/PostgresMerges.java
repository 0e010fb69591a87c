package fr.genereferral.referral.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Decisions about two referrals: both are locked first, in one order, and what is said of them is asked for afterwards. */
@ApplicationScoped
class PostgresMerges implements Merges {
    /** A hub's word may still come. */
    private static final Set<ReferralStatus> ASKING = EnumSet.of(ReferralStatus.ROUTING, ReferralStatus.OFFERED);

    private final Transactions transactions;
    private final MergedRows rows;
    private final ReferralRows referrals;
    private final Clock clock;

    PostgresMerges(Transactions transactions, MergedRows rows, ReferralRows referrals, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.referrals = referrals;
        this.clock = clock;
    }

    @Override
    public Uni<Merge> merge(Pair pair, String reason, Access access, Dossiers dossiers) {
        return transactions.as(Rights.platform(), session -> TwoReferrals.locked(
                        session, pair.one().id(), pair.other().id())
                .chain(two -> {
                    var merging =
                            Merging.of(two.one(), two.isJoined(two.one()), two.other(), two.isJoined(two.other()));
                    return SaidOfTwo.demandUnchanged(session, pair)
                            .chain(() -> session.persist(
                                    PairDecisionRow.of(pair, Conclusion.SAME_CHILD, reason, access.by(), now())))
                            .chain(() -> begin(session, merging, reason, access, dossiers));
                }));
    }

    private Uni<Merge> begin(Mutiny.Session session, Merging merging, String reason, Access access, Dossiers dossiers) {
        var at = now();
        var merge = new Merge(
                UuidCreator.getTimeOrderedEpoch(),
                merging.superseded().id(),
                merging.survivor().id(),
                Merge.Stage.STOPPING,
                reason,
                at,
                access.by(),
                merging.superseded().organisation(),
                null,
                null,
                null);
        var row = new MergeRow(merge);
        if (merging.isAsked()) {
            return demandUnion(session, merging, merge.id(), dossiers)
                    .invoke(() -> merging.endSearch(access.by(), at))
                    .chain(() -> session.persist(row))
                    .chain(() -> referrals.storeChanges(session, merging.superseded()))
                    .replaceWith(merge);
        }
        return session.persist(row).chain(() -> rows.join(session, merging, row, access, dossiers, at));
    }

    /** What is too large for one is refused before a hub is taken from the child. */
    private static Uni<Void> demandUnion(Mutiny.Session session, Merging merging, UUID merge, Dossiers dossiers) {
        var version = merging.survivor().dossierVersion() + 1;
        return Histories.of(session, merging.survivor().id())
                .chain(own -> Histories.of(session, merging.superseded().id())
                        .invoke(other -> dossiers.union(own, version, other, merge)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> ruleOut(Pair pair, Access access) {
        return transactions.as(Rights.platform(), session -> TwoReferrals.locked(
                        session, pair.one().id(), pair.other().id())
                .call(two -> SaidOfTwo.isWaiting(session, pair, two).invoke(waits -> {
                    if (!waits) {
                        throw Refused.moveNotAllowed(List.of());
                    }
                }))
                .call(() ->
                        session.persist(PairDecisionRow.of(pair, Conclusion.NOT_THE_SAME, null, access.by(), now())))
                .call(session::flush)
                .chain(two -> release(session, two.one(), access).chain(() -> release(session, two.other(), access))));
    }

    /** Unless somebody else may be the same child. */
    private Uni<Void> release(Mutiny.Session session, Referral referral, Access access) {
        if (referral.state() != ReferralStatus.DUPLICATE_REVIEW
                || referral.joint().merging()) {
            return Uni.createFrom().voidItem();
        }
        return rows.waiting(session, referral.id()).chain(waiting -> {
            if (waiting > 0) {
                return Uni.createFrom().voidItem();
            }
            referral.duplicateRuledOut(access.by(), now());
            return rows.store(session, referral, access, now());
        });
    }

    @Override
    public Uni<Void> record(List<Pair> ruledOut, Access access) {
        return Multi.createFrom()
                .iterable(ruledOut)
                .onItem()
                .transformToUniAndConcatenate(pair -> record(pair, access))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> record(Pair pair, Access access) {
        return transactions.as(Rights.platform(), session -> TwoReferrals.locked(
                        session, pair.one().id(), pair.other().id())
                .chain(two -> SaidOfTwo.isWaiting(session, pair, two))
                .chain(waits -> waits
                        ? session.persist(PairDecisionRow.of(pair, Conclusion.NOT_THE_SAME, null, access.by(), now()))
                        : Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<List<Merge>> stopped(int most) {
        return transactions.as(Rights.platform(), session -> session.createQuery(
                        "select m from MergeRow m join Referral r on r.id = m.superseded"
                                + " where m.state = :stopping and r.state not in :asking order by m.id",
                        MergeRow.class)
                .setParameter("stopping", Merge.Stage.STOPPING)
                .setParameter("asking", ASKING)
                .setMaxResults(most)
                .getResultList()
                .map(found -> found.stream().map(MergeRow::merge).toList()));
    }

    @Override
    public Uni<Void> goOn(UUID id, Dossiers dossiers) {
        return stopped(id, (session, merging, row) -> {
            var access = new Access(row.merge().by(), Rights.platform(), "MERGE_DUPLICATE", null);
            return merging.isReady()
                    ? rows.join(session, merging, row, access, dossiers, now()).replaceWithVoid()
                    : rows.callOff(session, merging, row, access, now());
        });
    }

    @Override
    public Uni<Void> callOff(UUID id) {
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
        return transactions.as(Rights.platform(), session -> two(session, "m.id = :id", id)
                .chain(found ->
                        found.isEmpty() ? Uni.createFrom().voidItem() : stopped(session, found.get(0), outcome)));
    }

    private static Uni<Void> stopped(Mutiny.Session session, Object[] found, Outcome outcome) {
        return TwoReferrals.locked(session, (UUID) found[2], (UUID) found[1])
                .chain(two -> session.find(MergeRow.class, (UUID) found[0]).chain(row -> {
                    var merging = new Merging(two.one(), two.other());
                    return row.merge().state() != Merge.Stage.STOPPING || merging.isAsked()
                            ? Uni.createFrom().voidItem()
                            : outcome.of(session, merging, row);
                }));
    }

    @Override
    public Uni<Merge> undo(UUID superseded, String reason, Access access, Dossiers dossiers) {
        return transactions.as(
                Rights.platform(), session -> two(session, "m.superseded = :id and m.state = 'DONE'", superseded)
                        .chain(found -> found.isEmpty()
                                ? refused(session, superseded)
                                : TwoReferrals.locked(session, (UUID) found.get(0)[2], superseded)
                                        .chain(two -> session.find(MergeRow.class, (UUID) found.get(0)[0])
                                                .chain(row -> rows.part(
                                                        session,
                                                        new Merging(two.one(), two.other()),
                                                        row,
                                                        reason,
                                                        access,
                                                        dossiers,
                                                        now())))));
    }

    private static <T> Uni<T> refused(Mutiny.Session session, UUID id) {
        return session.find(Referral.class, id).map(found -> {
            throw found == null || !found.isSent() ? Refused.notFound() : Refused.moveNotAllowed(List.of());
        });
    }

    /** Which two, before they are locked. */
    private static Uni<List<Object[]>> two(Mutiny.Session session, String which, UUID id) {
        return session.createQuery(
                        "select m.id, m.superseded, m.survivor from MergeRow m where " + which, Object[].class)
                .setParameter("id", id)
                .getResultList();
    }

    @Override
    public Uni<Optional<Merge>> done(UUID superseded) {
        return transactions.as(Rights.platform(), session -> session.createQuery(
                        "from MergeRow m where m.superseded = :id and m.state = :done", MergeRow.class)
                .setParameter("id", superseded)
                .setParameter("done", Merge.Stage.DONE)
                .getResultList()
                .map(found -> found.stream().findFirst().map(MergeRow::merge)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
