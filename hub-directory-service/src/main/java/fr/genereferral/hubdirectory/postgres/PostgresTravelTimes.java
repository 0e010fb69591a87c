package fr.genereferral.hubdirectory.postgres;

import com.github.f4b6a3.uuid.UuidCreator;
import fr.genereferral.hubdirectory.LegCheck;
import fr.genereferral.hubdirectory.Rights;
import fr.genereferral.hubdirectory.TravelTimes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of legs, added to by one import at a time, in one transaction and with one statement. */
@ApplicationScoped
class PostgresTravelTimes implements TravelTimes {
    private static final String ALONE =
            "select cast(pg_advisory_xact_lock(hashtextextended('travel-import', 0)) as text)";
    private static final String EARLIER =
            "from TravelImportRow i where i.organisation = :organisation and i.key = :key";
    private static final String PLACES = "insert into place (code, name, landmass, lat, lon, source, as_of)"
            + " select code, name, landmass, lat, lon, source, as_of from ("
            + " select code, seat as name, landmass, lat, lon, source, as_of from departement union all"
            + " select h.finess_et, h.name, d.landmass, h.lat, h.lon, h.source, h.as_of"
            + " from hospital h join departement d on d.code = h.departement) known"
            + " where code = any(cast(:codes as text[])) on conflict do nothing";
    private static final String LEGS = "insert into leg (from_place, to_place, mode, minutes, boarding_minutes,"
            + " alighting_minutes, valid_from, source, import_id)"
            + " select f, t, m, cast(n as int), cast(b as int), cast(a as int), cast(v as date), s,"
            + " cast(cast(:import as text) as uuid)"
            + " from unnest(cast(:from as text[]), cast(:to as text[]), cast(:mode as text[]),"
            + " cast(:minutes as text[]), cast(:boarding as text[]), cast(:alighting as text[]),"
            + " cast(:valid as text[]), cast(:source as text[])) as leg(f, t, m, n, b, a, v, s)";

    private final Transactions transactions;
    private final DatabaseClock clock;

    PostgresTravelTimes(Transactions transactions, DatabaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Brought> bring(List<NewLeg> legs, Errand errand) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(ALONE, String.class)
                .getSingleResult()
                .chain(() -> session.createQuery(EARLIER, TravelImportRow.class)
                        .setParameter("organisation", errand.key().organisation())
                        .setParameter("key", errand.key().key())
                        .getSingleResultOrNull())
                .chain(earlier -> earlier == null
                        ? add(session, legs, errand)
                        : Uni.createFrom().item(() -> earlier.again(errand.key()))));
    }

    private Uni<Brought> add(Mutiny.Session session, List<NewLeg> legs, Errand errand) {
        return Geography.ends(session)
                .chain(ends -> Geography.legs(session).map(table -> LegCheck.against(ends, table)))
                .map(check -> check.fresh(legs))
                .chain(fresh -> errand.dryRun()
                        ? Uni.createFrom().item(new Brought(null, legs.size(), fresh.size()))
                        : store(session, fresh, errand, legs.size()));
    }

    private Uni<Brought> store(Mutiny.Session session, List<NewLeg> fresh, Errand errand, int sent) {
        var brought = new Brought(UuidCreator.getTimeOrderedEpoch(), sent, fresh.size());
        return clock.now(session)
                .chain(now -> session.persist(new TravelImportRow(brought, errand, now)))
                .chain(session::flush)
                .chain(() -> insertPlaces(session, fresh))
                .chain(() -> insertLegs(session, fresh, brought.id()))
                .replaceWith(brought);
    }

    private static Uni<Integer> insertPlaces(Mutiny.Session session, List<NewLeg> fresh) {
        var codes = fresh.stream()
                .flatMap(leg -> List.of(leg.leg().from(), leg.leg().to()).stream())
                .distinct()
                .toArray(String[]::new);
        return session.createNativeQuery(PLACES).setParameter("codes", codes).executeUpdate();
    }

    private static Uni<Integer> insertLegs(Mutiny.Session session, List<NewLeg> fresh, UUID id) {
        return session.createNativeQuery(LEGS)
                .setParameter("import", id.toString())
                .setParameter("from", column(fresh, leg -> leg.leg().from()))
                .setParameter("to", column(fresh, leg -> leg.leg().to()))
                .setParameter("mode", column(fresh, leg -> leg.leg().mode()))
                .setParameter("minutes", column(fresh, leg -> leg.leg().minutes()))
                .setParameter("boarding", column(fresh, leg -> leg.leg().boardingMinutes()))
                .setParameter("alighting", column(fresh, leg -> leg.leg().alightingMinutes()))
                .setParameter("valid", column(fresh, leg -> leg.leg().validFrom()))
                .setParameter("source", column(fresh, NewLeg::source))
                .executeUpdate();
    }

    private static String[] column(List<NewLeg> legs, Function<NewLeg, Object> value) {
        return legs.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}
