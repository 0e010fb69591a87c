package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Placement;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads placements with their routings and offers, as a rule once their rows are locked. */
final class StoredPlacements {
    private StoredPlacements() {}

    /** @param sql finds, and locks where it is to, the rows of those among {@code :ids} that there are, in the order of their ids */
    static Uni<List<Placement>> of(Mutiny.Session session, String sql, Collection<UUID> referrals) {
        return session.createNativeQuery(sql, Placement.class)
                .setParameter("ids", referrals.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList()
                .call(found -> fetched(session, found));
    }

    /** Both at once: there is a search or two, with a few offers. */
    private static Uni<Void> fetched(Mutiny.Session session, List<Placement> found) {
        if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = found.stream().map(Placement::referralId).toList();
        return session.createQuery(
                        "from Placement p left join fetch p.routings left join fetch p.offers where p.referralId in :ids",
                        Placement.class)
                .setParameter("ids", ids)
                .getResultList()
                .replaceWithVoid();
    }
}
