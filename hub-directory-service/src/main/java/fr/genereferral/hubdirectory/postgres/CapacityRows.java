package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.Capacities;
import fr.genereferral.hubdirectory.Capacities.Place;
import fr.genereferral.hubdirectory.CapacityPlan;
import fr.genereferral.hubdirectory.Week;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What can be done and what is taken, in one question. */
final class CapacityRows {
    /** Of several words for one day the last; rests and weeks that are over anywhere are left out. */
    private static final String ALL = "select kind, hub, therapy, day, until, slots, numbers from ("
            + "(select distinct on (hub_id, therapy, valid_from) 'RATE' as kind, hub_id as hub, therapy,"
            + " valid_from as day, cast(null as date) as until, slots_per_week as slots, cast(null as text) as numbers"
            + " from capacity order by hub_id, therapy, valid_from, recorded_at desc, id desc)"
            + " union all select 'REST', p.hub_id, p.therapy, p.starts_on, e.ends_on, 0, null from capacity_pause p"
            + " left join lateral (select ends_on from capacity_pause_end where pause_id = p.id"
            + " order by recorded_at desc, id desc limit 1) e on true"
            + " where e.ends_on is null or e.ends_on > current_date - 14"
            + " union all select 'TAKEN', hub_id, therapy, week, null, 0, string_agg(cast(number as text), ',')"
            + " from slot where freed_at is null and week > current_date - 14 group by hub_id, therapy, week"
            + ") known where :hub = '' or hub = :hub";

    private CapacityRows() {}

    static Uni<Capacities> read(Mutiny.Session session) {
        return of(session, "");
    }

    /** @param hub empty for every hub */
    static Uni<Capacities> of(Mutiny.Session session, String hub) {
        return session.createNativeQuery(ALL, Object[].class)
                .setParameter("hub", hub)
                .getResultList()
                .map(CapacityRows::capacities);
    }

    private static Capacities capacities(List<Object[]> rows) {
        var rates = new HashMap<Place, List<CapacityPlan.Rate>>();
        var rests = new HashMap<Place, List<CapacityPlan.Rest>>();
        var taken = new HashMap<Place, Map<Week, Set<Integer>>>();
        for (var row : rows) {
            var place = new Place((String) row[1], (String) row[2]);
            var day = (LocalDate) row[3];
            switch ((String) row[0]) {
                case "RATE" -> at(rates, place).add(new CapacityPlan.Rate(day, ((Number) row[5]).intValue()));
                case "REST" -> at(rests, place).add(new CapacityPlan.Rest(day, (LocalDate) row[4]));
                default ->
                    taken.computeIfAbsent(place, p -> new HashMap<>()).put(new Week(day), numbers((String) row[6]));
            }
        }
        return new Capacities(rates, rests, taken);
    }

    private static <T> List<T> at(Map<Place, List<T>> all, Place place) {
        return all.computeIfAbsent(place, p -> new ArrayList<>());
    }

    private static Set<Integer> numbers(String joined) {
        return Stream.of(joined.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
