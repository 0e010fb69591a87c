package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was said last of two, asked for again once both are locked: somebody may have decided since the pair was read. */
final class SaidOfTwo {
    private SaidOfTwo() {}

    /** @throws Refused when somebody has said something of them since */
    static Uni<Void> demandUnchanged(Mutiny.Session session, Pair pair) {
        return isUnchanged(session, pair)
                .invoke(unchanged -> {
                    if (!unchanged) {
                        throw Refused.moveNotAllowed(List.of());
                    }
                })
                .replaceWithVoid();
    }

    /** Whether a pair that waited waits still. */
    static Uni<Boolean> isWaiting(Mutiny.Session session, Pair pair, TwoReferrals two) {
        return two.one().state().isEnd() || two.other().state().isEnd()
                ? Uni.createFrom().item(false)
                : isUnchanged(session, pair);
    }

    private static Uni<Boolean> isUnchanged(Mutiny.Session session, Pair pair) {
        return session.createQuery(
                        "from PairDecisionRow d where d.one = :one and d.other = :other order by d.spoken desc",
                        PairDecisionRow.class)
                .setParameter("one", pair.one().id())
                .setParameter("other", pair.other().id())
                .setMaxResults(1)
                .getResultList()
                .map(found ->
                        found.isEmpty() ? pair.last() == null : found.get(0).says(pair.last()));
    }
}
