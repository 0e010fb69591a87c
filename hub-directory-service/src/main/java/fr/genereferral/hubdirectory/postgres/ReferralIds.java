package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Refused;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds which placements a change is about: their ids alone, since the rest is read once they are locked. */
final class ReferralIds {
    private ReferralIds() {}

    /** Of an offer that was made to this hub. */
    static Uni<UUID> ofOffer(Mutiny.Session session, UUID offer, String hub) {
        return session.createQuery(
                        "select o.referralId from Offer o where o.id = :offer and o.hub.id = :hub", UUID.class)
                .setParameter("offer", offer)
                .setParameter("hub", hub)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }

    /** Of an offer, whoever it was made to. */
    static Uni<UUID> ofOffer(Mutiny.Session session, UUID offer) {
        return session.createQuery("select o.referralId from Offer o where o.id = :offer", UUID.class)
                .setParameter("offer", offer)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound);
    }

    /**
     * Of children whom this hub is being asked to take.
     *
     * @param therapy null for every one
     */
    static Uni<List<UUID>> asked(Mutiny.Session session, String hub, String therapy) {
        return session.createQuery(
                        "select o.referralId from Offer o"
                                + " where o.hub.id = :hub and (:therapy = '' or o.therapy = :therapy)"
                                + " and o.state = OPEN",
                        UUID.class)
                .setParameter("hub", hub)
                .setParameter("therapy", therapy == null ? "" : therapy)
                .getResultList();
    }
}
