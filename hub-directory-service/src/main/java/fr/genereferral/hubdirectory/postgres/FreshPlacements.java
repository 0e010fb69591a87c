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

    private final Collection<Placement> placements;
    private final List<MatchRun> runs = new ArrayList<>();
    private final List<Routing> routings = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    /** @param placements whose runs are written here and nowhere else */
    FreshPlacements(Collection<Placement> placements) {
        this.placements = placements;
        for (var placement : placements) {
            runs.addAll(placement.takeRuns());
            routings.addAll(placement.routings());
            offers.addAll(placement.allOffers());
        }
    }

    Uni<Void> write(Mutiny.Session session) {
        return placements.isEmpty()
                ? Uni.createFrom().voidItem()
                : writePlacements(session)
                        .chain(() -> writeRuns(session))
                        .chain(() -> RoutingRows.write(session, routings))
                        .chain(() -> OfferRows.write(session, offers));
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

    /** Nothing is written as an empty text. */
    static <T> String[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).map(said -> Objects.toString(said, "")).toArray(String[]::new);
    }
}
