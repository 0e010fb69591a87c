package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Two referrals that are changed together, locked in one order. */
record TwoReferrals(Referral one, Referral other, Set<UUID> joined) {

    /** Fails as not found where one of them was never sent. */
    static Uni<TwoReferrals> locked(Mutiny.Session session, UUID one, UUID other) {
        return session.createQuery("from Referral r where r.id in :ids order by r.id", Referral.class)
                .setParameter("ids", List.of(one, other))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(found -> joined(session, one, other).map(joined -> {
                    var sent = found.stream()
                            .filter(Referral::isSent)
                            .collect(Collectors.toMap(Referral::id, referral -> referral));
                    if (!sent.containsKey(one) || !sent.containsKey(other)) {
                        throw Refused.notFound();
                    }
                    return new TwoReferrals(sent.get(one), sent.get(other), joined);
                }));
    }

    private static Uni<Set<UUID>> joined(Mutiny.Session session, UUID one, UUID other) {
        return session.createQuery(
                        "select r.joint.supersededBy from Referral r where r.joint.supersededBy in :ids", UUID.class)
                .setParameter("ids", List.of(one, other))
                .getResultList()
                .map(Set::copyOf);
    }

    boolean isJoined(Referral referral) {
        return joined.contains(referral.id());
    }
}
