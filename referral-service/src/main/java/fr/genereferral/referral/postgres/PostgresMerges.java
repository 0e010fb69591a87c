package fr.genereferral.referral.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.referral.Access;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Refused;
import fr.genereferral.referral.Rights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Decisions about two referrals: both are locked first, in one order, and what is said of them is asked for afterwards. */
@ApplicationScoped
class PostgresMerges implements Merges {
    private final Transactions transactions;
    private final MergedRows rows;
    private final ReferralRows referrals;
    private final RuledOutPairs ruledOut;
    private final WaitingMerges waiting;
    private final Clock clock;

    PostgresMerges(
            Transactions transactions,
            MergedRows rows,
            ReferralRows referrals,
            RuledOutPairs ruledOut,
            WaitingMerges waiting,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.referrals = referrals;
        this.ruledOut = ruledOut;
        this.waiting = waiting;
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
        return ruledOut.ruleOut(pair, access);
    }

    @Override
    public Uni<Void> record(List<Pair> pairs, Access access) {
        return ruledOut.record(pairs, access);
    }

    @Override
    public Uni<List<Merge>> stopped(int most) {
        return waiting.stopped(most);
    }

    @Override
    public Uni<Void> goOn(UUID id, Dossiers dossiers) {
        return waiting.goOn(id, dossiers);
    }

    @Override
    public Uni<Void> callOff(UUID id) {
        return waiting.callOff(id);
    }

    @Override
    public Uni<Merge> undo(UUID superseded, String reason, Access access, Dossiers dossiers) {
        return transactions.as(Rights.platform(), session -> MergedRows.two(
                        session, "m.superseded = :id and m.state = 'DONE'", superseded)
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
