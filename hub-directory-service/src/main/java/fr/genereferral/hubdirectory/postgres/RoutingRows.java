package fr.genereferral.hubdirectory.postgres;

import static fr.genereferral.hubdirectory.postgres.FreshPlacements.column;

import fr.genereferral.hubdirectory.Routing;
import fr.genereferral.hubdirectory.RoutingRequest;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes the routings of placements that begin, all with one statement. */
final class RoutingRows {
    private static final String INSERT =
            "insert into routing (id, referral_id, number, candidates, therapy, pack_version, verdict, conditional_on,"
                    + " warnings, birth_date, weight_kg, urgency, eligible_until, hospital, residence, followed_by,"
                    + " preferred_hub, declined_hubs, clock_started_at)"
                    + " select cast(id as uuid), cast(referral as uuid), cast(number as int), cast(candidates as int),"
                    + " therapy, cast(pack as int), verdict, conditional, warnings, cast(birth as date),"
                    + " cast(nullif(weight, '') as numeric), urgency, cast(nullif(until, '') as date), hospital,"
                    + " nullif(residence, ''), nullif(followed, ''), nullif(preferred, ''), declined,"
                    + " cast(started as timestamptz)"
                    + " from unnest(cast(:ids as text[]), cast(:referrals as text[]), cast(:numbers as text[]),"
                    + " cast(:candidates as text[]), cast(:therapies as text[]), cast(:packs as text[]),"
                    + " cast(:verdicts as text[]), cast(:conditionals as text[]), cast(:warnings as text[]),"
                    + " cast(:births as text[]), cast(:weights as text[]), cast(:urgencies as text[]),"
                    + " cast(:until as text[]), cast(:hospitals as text[]), cast(:residences as text[]),"
                    + " cast(:followed as text[]), cast(:preferred as text[]), cast(:declined as text[]),"
                    + " cast(:started as text[]))"
                    + " as fresh(id, referral, number, candidates, therapy, pack, verdict, conditional, warnings, birth,"
                    + " weight, urgency, until, hospital, residence, followed, preferred, declined, started)";

    private RoutingRows() {}

    /** A routing and the request that it was asked with, taken from it once. */
    private record Row(Routing routing, RoutingRequest request) {}

    static Uni<Void> write(Mutiny.Session session, List<Routing> routings) {
        var rows = routings.stream().map(r -> new Row(r, r.request())).toList();
        var query = session.createNativeQuery(INSERT);
        asked(query, rows);
        background(query, rows);
        return query.setParameter("ids", column(rows, r -> r.routing().id()))
                .setParameter("referrals", column(rows, r -> r.request().referralId()))
                .setParameter("numbers", column(rows, r -> r.routing().number()))
                .setParameter("candidates", column(rows, r -> r.routing().candidates()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static void asked(Mutiny.Query<?> query, List<Row> rows) {
        query.setParameter("therapies", of(rows, r -> r.asked().therapy()))
                .setParameter("packs", of(rows, r -> r.asked().packVersion()))
                .setParameter("verdicts", of(rows, r -> r.asked().verdict()))
                .setParameter(
                        "conditionals", of(rows, r -> String.join(",", r.asked().conditionalOn())))
                .setParameter(
                        "warnings", of(rows, r -> String.join(",", r.asked().warnings())))
                .setParameter("births", of(rows, r -> r.patient().birthDate()))
                .setParameter("weights", of(rows, r -> plain(r.patient().weightKg())))
                .setParameter("urgencies", of(rows, RoutingRequest::urgency))
                .setParameter("until", of(rows, RoutingRequest::eligibleUntil));
    }

    private static void background(Mutiny.Query<?> query, List<Row> rows) {
        query.setParameter("hospitals", of(rows, r -> r.background().hospital()))
                .setParameter("residences", of(rows, r -> r.background().residence()))
                .setParameter("followed", of(rows, r -> r.background().followedBy()))
                .setParameter("preferred", of(rows, r -> r.background().wishes().preferred()))
                .setParameter(
                        "declined",
                        of(rows, r -> String.join(",", r.background().wishes().declined())))
                .setParameter("started", of(rows, RoutingRequest::clockStartedAt));
    }

    private static String[] of(List<Row> rows, Function<RoutingRequest, Object> value) {
        return column(rows, row -> value.apply(row.request()));
    }

    private static String plain(BigDecimal weight) {
        return weight == null ? null : weight.toPlainString();
    }
}
