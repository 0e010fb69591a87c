package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.postgres.FreshPlacements.column;

import fr.genereferral.hubdirectory.Offer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes offers that are made, all with one statement. */
final class OfferRows {
    /** What an offer becomes by an answer is missing: nobody can have answered one that is not stored. */
    private static final String INSERT =
            "insert into offer (id, referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, therapy,"
                    + " urgency, state, illustrative, offered_at, expires_at, ended_at, version)"
                    + " select cast(id as uuid), cast(referral as uuid), cast(run as uuid), cast(routing as int),"
                    + " cast(rank as int), hub, name, city, therapy, urgency, state, cast(illustrative as boolean),"
                    + " cast(made as timestamptz), cast(expires as timestamptz),"
                    + " cast(nullif(ended, '') as timestamptz), cast(version as bigint)"
                    + " from unnest(cast(:ids as text[]), cast(:referrals as text[]), cast(:runs as text[]),"
                    + " cast(:routings as text[]), cast(:ranks as text[]), cast(:hubs as text[]), cast(:names as text[]),"
                    + " cast(:cities as text[]), cast(:therapies as text[]), cast(:urgencies as text[]),"
                    + " cast(:states as text[]), cast(:illustratives as text[]), cast(:made as text[]),"
                    + " cast(:expire as text[]), cast(:ended as text[]), cast(:versions as text[]))"
                    + " as fresh(id, referral, run, routing, rank, hub, name, city, therapy, urgency, state,"
                    + " illustrative, made, expires, ended, version)";

    private OfferRows() {}

    static Uni<Void> write(Mutiny.Session session, List<Offer> offers) {
        if (offers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var query = session.createNativeQuery(INSERT);
        asked(query, offers);
        stands(query, offers);
        return query.executeUpdate().replaceWithVoid();
    }

    private static void asked(Mutiny.Query<?> query, List<Offer> offers) {
        query.setParameter("ids", column(offers, Offer::id))
                .setParameter("referrals", column(offers, Offer::referralId))
                .setParameter("runs", column(offers, Offer::matchRunId))
                .setParameter("routings", column(offers, Offer::routing))
                .setParameter("ranks", column(offers, Offer::rank))
                .setParameter("hubs", column(offers, o -> o.hub().id()))
                .setParameter("names", column(offers, o -> o.hub().name()))
                .setParameter("cities", column(offers, o -> o.hub().city()))
                .setParameter("therapies", column(offers, Offer::therapy))
                .setParameter("illustratives", column(offers, Offer::illustrative));
    }

    private static void stands(Mutiny.Query<?> query, List<Offer> offers) {
        query.setParameter("urgencies", column(offers, Offer::urgency))
                .setParameter("states", column(offers, Offer::state))
                .setParameter("made", column(offers, Offer::offeredAt))
                .setParameter("expire", column(offers, Offer::expiresAt))
                .setParameter("ended", column(offers, Offer::endedAt))
                .setParameter("versions", column(offers, Offer::version));
    }
}
