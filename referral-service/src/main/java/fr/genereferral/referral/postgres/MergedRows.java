package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AccessChange;
import fr.genereferral.referral.Merge;
import fr.genereferral.referral.Merges.Dossiers;
import fr.genereferral.referral.Merging;
import fr.genereferral.referral.Occasion;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Remaining;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes what joins two referrals and what parts them again, in the caller's transaction: both are locked there. */
@ApplicationScoped
class MergedRows {
    private final ReferralRows rows;

    MergedRows(ReferralRows rows) {
        this.rows = rows;
    }

    /** They become one. */
    Uni<Merge> join(
            Mutiny.Session session, Merging merging, MergeRow row, Access access, Dossiers dossiers, Instant at) {
        var survivor = merging.survivor();
        var superseded = merging.superseded();
        var version = survivor.dossierVersion() + 1;
        var done = row.merge().done(survivor.clockStartedAt(), version);
        return Histories.of(session, survivor.id())
                .chain(own -> Histories.of(session, superseded.id())
                        .map(other -> dossiers.union(own, version, other, done.id())))
                .chain(union -> waitingBeside(session, merging).invoke(waiting -> {
                    merging.merge(union, waiting == 0, done.reason(), access.by(), at);
                    row.become(done);
                }))
                .chain(() -> merging.isForeign()
                        ? follow(session, merging, at)
                        : Uni.createFrom().voidItem())
                .chain(() -> store(session, superseded, access, at))
                .chain(() -> store(session, survivor, access, at))
                .replaceWith(done);
    }

    private static Uni<Void> follow(Mutiny.Session session, Merging merging, Instant at) {
        var follower = new AccessChange(merging.superseded().organisation(), true, at);
        return session.persist(AccessRow.ofFollower(merging.survivor().id(), follower));
    }

    /** They are two again. */
    Uni<Merge> part(
            Mutiny.Session session,
            Merging merging,
            MergeRow row,
            String reason,
            Access access,
            Dossiers dossiers,
            Instant at) {
        merging.demandUndoable(row.merge());
        var survivor = merging.survivor();
        var superseded = merging.superseded();
        var undone = row.merge().undone(survivor.state().isEnd() ? null : survivor.dossierVersion() + 1);
        var occasion = new Occasion(merging.word("UNMERGED"), access.by(), at, reason, null);
        return Histories.of(session, survivor.id())
                .chain(joint -> Histories.of(session, superseded.id())
                        .chain(own -> remaining(session, merging, row).invoke(remaining -> {
                            var back = dossiers.back(own, superseded.dossierVersion() + 1, joint, row.merge());
                            var without = dossiers.without(joint.after(List.of(undone)));
                            merging.undo(remaining, without, back, occasion);
                            row.become(undone);
                        })))
                .chain(remaining ->
                        remaining.followed() ? Uni.createFrom().voidItem() : endFollowing(session, merging, at))
                .chain(() -> last(session, row)
                        .chain(word -> session.persist(word.then(Conclusion.UNDONE, reason, access.by(), at))))
                .chain(() -> store(session, superseded, access, at))
                .chain(() -> store(session, survivor, access, at))
                .replaceWith(undone);
    }

    private static Uni<Remaining> remaining(Mutiny.Session session, Merging merging, MergeRow row) {
        var survivor = merging.survivor();
        return Histories.merges(session, survivor.id()).chain(into -> session.createQuery(
                        "select r.clockStartedAt from Referral r"
                                + " where r.joint.supersededBy = :survivor and r.id <> :leaving",
                        Instant.class)
                .setParameter("survivor", survivor.id())
                .setParameter("leaving", merging.superseded().id())
                .getResultList()
                .map(clocks -> Remaining.of(survivor, row.merge(), into, clocks)));
    }

    private static Uni<Void> endFollowing(Mutiny.Session session, Merging merging, Instant at) {
        return session.createMutationQuery("update AccessRow a set a.until = :at where a.referralId = :id"
                        + " and a.organisation = :organisation and a.until is null and a.follower = true")
                .setParameter("at", at)
                .setParameter("id", merging.survivor().id())
                .setParameter("organisation", merging.superseded().organisation())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** A hub was first, or one of them has ended: the pair waits for a person again where both are open. */
    Uni<Void> callOff(Mutiny.Session session, Merging merging, MergeRow row, Access access, Instant at) {
        merging.callOff(access.by(), at);
        row.become(row.merge().calledOff());
        return last(session, row)
                .chain(word -> session.persist(word.then(Conclusion.CALLED_OFF, null, access.by(), at)))
                .chain(() -> rows.storeChanges(session, merging.superseded()));
    }

    /** What was said last of the two. */
    private static Uni<PairDecisionRow> last(Mutiny.Session session, MergeRow row) {
        var merge = row.merge();
        return session.createQuery(
                        "from PairDecisionRow d where d.one in :two and d.other in :two" + " order by d.spoken desc",
                        PairDecisionRow.class)
                .setParameter("two", List.of(merge.survivor(), merge.superseded()))
                .setMaxResults(1)
                .getSingleResult();
    }

    Uni<Void> store(Mutiny.Session session, Referral referral, Access access, Instant at) {
        return rows.storeChanges(session, referral)
                .chain(() -> session.persist(new AuditRow(referral.id(), access, at)));
    }

    /** Which two, before they are locked. */
    static Uni<List<Object[]>> two(Mutiny.Session session, String which, UUID id) {
        return session.createQuery(
                        "select m.id, m.superseded, m.survivor from MergeRow m where " + which, Object[].class)
                .setParameter("id", id)
                .getResultList();
    }

    /** How many pairs of a referral wait for a person. */
    Uni<Long> waiting(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(KnownPairs.waitingOf(), Long.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** How many of either wait, beside the two themselves. */
    private static Uni<Long> waitingBeside(Mutiny.Session session, Merging merging) {
        return session.flush().chain(() -> session.createNativeQuery(KnownPairs.waitingBeside(), Long.class)
                .setParameter("one", merging.survivor().id())
                .setParameter("other", merging.superseded().id())
                .getSingleResult());
    }
}
