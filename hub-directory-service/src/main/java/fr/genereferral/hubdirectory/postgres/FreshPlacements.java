package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.MatchRun;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.Routing;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Writes placements that begin, with a statement a table whatever their number: after an outage thousands of referrals ask
 * for a hub at once, and a row at a time took half of what they cost.
 */
final class FreshPlacements {
    private static final String PLACEMENTS = "insert into placement (referral_id, state, version, stop_wanted)"
            + " select cast(id as uuid), state, cast(version as bigint), cast(stop as boolean)"
            + " from unnest(cast(:ids as text[]), cast(:states as text[]), cast(:versions as text[]),"
            + " cast(:stops as text[])) as fresh(id, state, version, stop)";

    private static final String RUNS = "insert into match_run (id, referral_id, routing, day, content)"
            + " select cast(id as uuid), cast(referral as uuid), cast(routing as int), cast(day as date), content"
            + " from unnest(cast(:ids as text[]), cast(:referrals as text[]), cast(:routings as text[]),"
            + " cast(:days as text[]), cast(:contents as text[])) as fresh(id, referral, routing, day, content)";

    /** What an offer becomes by an answer is missing: nobody can have answered one that is not stored. */
    private static final String OFFERS =
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

    private final Collection<Placement> placements;
    private final List<MatchRun> runs = new ArrayList<>();
    private final List<Routing> routings = new ArrayList<>();
    private final List<MadeOffer> offers = new ArrayList<>();

    private record MadeOffer(Placement of, Offer offer) {}

    /** @param placements whose runs are written here and nowhere else */
    FreshPlacements(Collection<Placement> placements) {
        this.placements = placements;
        for (var placement : placements) {
            runs.addAll(placement.takeRuns());
            routings.addAll(placement.routings());
            placement.allOffers().forEach(offer -> offers.add(new MadeOffer(placement, offer)));
        }
    }

    Uni<Void> write(Mutiny.Session session) {
        return placements.isEmpty()
                ? Uni.createFrom().voidItem()
                : writePlacements(session)
                        .chain(() -> writeRuns(session))
                        .chain(() -> RoutingRows.write(session, routings))
                        .chain(() -> writeOffers(session));
    }

    private Uni<Void> writePlacements(Mutiny.Session session) {
        return session.createNativeQuery(PLACEMENTS)
                .setParameter("ids", column(placements, Placement::referralId))
                .setParameter("states", column(placements, Placement::state))
                .setParameter("versions", column(placements, Placement::version))
                .setParameter("stops", column(placements, Placement::isStopWanted))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> writeRuns(Mutiny.Session session) {
        return session.createNativeQuery(RUNS)
                .setParameter("ids", column(runs, MatchRun::id))
                .setParameter("referrals", column(runs, MatchRun::referralId))
                .setParameter("routings", column(runs, MatchRun::routing))
                .setParameter("days", column(runs, MatchRun::day))
                .setParameter("contents", column(runs, JsonColumn::write))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> writeOffers(Mutiny.Session session) {
        return session.createNativeQuery(OFFERS)
                .setParameter("ids", column(offers, o -> o.offer().id()))
                .setParameter("referrals", column(offers, o -> o.of().referralId()))
                .setParameter("runs", column(offers, o -> o.offer().matchRunId()))
                .setParameter("routings", column(offers, o -> o.offer().routing()))
                .setParameter("ranks", column(offers, o -> o.offer().rank()))
                .setParameter("hubs", column(offers, o -> o.offer().hub().id()))
                .setParameter("names", column(offers, o -> o.offer().hub().name()))
                .setParameter("cities", column(offers, o -> o.offer().hub().city()))
                .setParameter("therapies", column(offers, o -> o.offer().therapy()))
                .setParameter("urgencies", column(offers, o -> o.offer().urgency()))
                .setParameter("states", column(offers, o -> o.offer().state()))
                .setParameter("illustratives", column(offers, o -> o.offer().illustrative()))
                .setParameter("made", column(offers, o -> o.offer().offeredAt()))
                .setParameter("expire", column(offers, o -> o.offer().expiresAt()))
                .setParameter("ended", column(offers, o -> o.offer().endedAt()))
                .setParameter("versions", column(offers, o -> o.offer().version()))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Nothing is written as an empty text. */
    static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(said -> Objects.toString(said, "")).toArray(String[]::new);
    }
}
