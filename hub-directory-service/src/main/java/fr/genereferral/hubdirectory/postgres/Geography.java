package fr.genereferral.hubdirectory.postgres;

import fr.genereferral.hubdirectory.HubLocation;
import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.RestLimits;
import fr.genereferral.hubdirectory.RoutingParameters;
import fr.genereferral.hubdirectory.UrgencyBounds;
import fr.genereferral.hubdirectory.travel.Atlas;
import fr.genereferral.hubdirectory.travel.GeoPoint;
import fr.genereferral.hubdirectory.travel.Landmass;
import fr.genereferral.hubdirectory.travel.Place;
import fr.genereferral.hubdirectory.travel.TableLeg;
import fr.genereferral.hubdirectory.travel.TravelLimits;
import fr.genereferral.hubdirectory.travel.TravelMode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The dated data that only a migration or an import of travel times changes: read once, then kept until there has been
 * another import, by whichever instance. Hubs and accreditations are not among it.
 */
@ApplicationScoped
class Geography {
    private static final String LANDMASSES =
            "select code, name, cast(road_factor * 100 as int), road_kmh, valid_from from landmass order by 1, 5";
    private static final String PLACES = "select code, name, landmass, lat, lon from place order by 1";
    private static final String LEGS = "select from_place, to_place, mode, minutes, boarding_minutes,"
            + " alighting_minutes, valid_from, ends_on from leg order by 1, 2, 3, 7";
    private static final String DEPARTEMENTS = "select code, seat, landmass, lat, lon from departement order by 1";
    private static final String HOSPITALS = "select h.finess_et, h.name, d.landmass, h.lat, h.lon"
            + " from hospital h join departement d on d.code = h.departement order by 1";
    private static final String PARAMETERS = "select valid_from, minutes_per_waiting_day, minutes_off_if_followed,"
            + " routine_working_days, pressing_hours, critical_hours, minutes_off_if_preferred, overnight_from_minutes,"
            + " overnight_modes, accompanied_from_minutes, accompanied_modes, capacity_weeks,"
            + " critical_days, pressing_days, newborn_weeks, rest_working_days, rest_pressing_hours, rest_critical_hours"
            + " from routing_parameters order by 1";
    private static final String ENDS = "select code, landmass from place union select code, landmass from departement"
            + " union select h.finess_et, d.landmass from hospital h join departement d on d.code = h.departement";
    private static final String PLACE = "insert into place (code, name, landmass, lat, lon, source, as_of)"
            + " select :code, :name, :landmass, :lat, :lon, 'registered with the hub', current_date"
            + " where not exists (select 1 from hospital where finess_et = :code) on conflict do nothing";
    private static final String LANDMASS_CODES = "select distinct code from landmass order by 1";

    private final Kept<Known> known = new Kept<>();

    /** What was read. */
    record Known(Atlas atlas, List<RoutingParameters> parameters) {}

    /** @param mark another one after every import, and with every new place */
    Uni<Known> known(Mutiny.Session session, String mark) {
        return known.under(mark, () -> read(session));
    }

    /** The landmass of everything that a leg may begin or end at, by its code. */
    static Uni<Map<String, String>> ends(Mutiny.Session session) {
        return rows(session, ENDS, row -> Map.entry(text(row[0]), text(row[1]))).map(ends -> ends.stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one)));
    }

    /** Lets the atlas know where a hub is; one that it knows already stays where it is. */
    static Uni<Void> place(Mutiny.Session session, HubName hub, Optional<HubLocation> location) {
        if (location.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var known = location.get();
        return session.createNativeQuery(LANDMASS_CODES, String.class)
                .getResultList()
                .invoke(codes -> mustBeOneOf(codes, known.landmass()))
                .chain(() -> session.createNativeQuery(PLACE)
                        .setParameter("code", hub.id())
                        .setParameter("name", hub.name())
                        .setParameter("lat", known.latitude().doubleValue())
                        .setParameter("lon", known.longitude().doubleValue())
                        .setParameter("landmass", known.landmass())
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void mustBeOneOf(List<String> codes, String landmass) {
        if (!codes.contains(landmass)) {
            throw Refused.invalid(List.of(
                    new Refused.Violation("/location/landmass", "VALUE_NOT_ALLOWED", String.join(", ", codes))));
        }
    }

    /** The whole table, ended rows included. */
    static Uni<List<TableLeg>> legs(Mutiny.Session session) {
        return rows(session, LEGS, Geography::leg);
    }

    /** Legs first: an import may come in between, with a leg to a place that is new. */
    private static Uni<Known> read(Mutiny.Session session) {
        return legs(session)
                .chain(legs -> rows(session, LANDMASSES, Geography::landmass)
                        .chain(landmasses -> rows(session, PLACES, Geography::place)
                                .chain(places -> rows(session, DEPARTEMENTS, Geography::place)
                                        .chain(departements -> rows(session, HOSPITALS, Geography::place)
                                                .map(hospitals -> new Atlas(
                                                        landmasses, places, legs, departements, hospitals))))))
                .chain(atlas -> rows(session, PARAMETERS, Geography::parameters)
                        .map(parameters -> new Known(atlas, parameters)));
    }

    private static <T> Uni<List<T>> rows(Mutiny.Session session, String sql, Function<Object[], T> read) {
        return session.createNativeQuery(sql, Object[].class)
                .getResultList()
                .map(rows -> rows.stream().map(read).toList());
    }

    private static Landmass landmass(Object[] row) {
        return new Landmass(text(row[0]), text(row[1]), number(row[2]), number(row[3]), (LocalDate) row[4]);
    }

    private static Place place(Object[] row) {
        var point = new GeoPoint(((Number) row[3]).doubleValue(), ((Number) row[4]).doubleValue());
        return new Place(text(row[0]), text(row[1]), text(row[2]), point);
    }

    private static TableLeg leg(Object[] row) {
        return new TableLeg(
                text(row[0]),
                text(row[1]),
                TravelMode.valueOf(text(row[2])),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                (LocalDate) row[6],
                (LocalDate) row[7]);
    }

    private static RoutingParameters parameters(Object[] row) {
        return new RoutingParameters(
                (LocalDate) row[0],
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                new TravelLimits(number(row[7]), modes(row[8]), number(row[9]), modes(row[10])),
                number(row[11]),
                new UrgencyBounds(number(row[12]), number(row[13]), number(row[14])),
                new RestLimits(number(row[15]), number(row[16]), number(row[17])));
    }

    private static List<TravelMode> modes(Object joined) {
        return Stream.of(text(joined).split(",")).map(TravelMode::valueOf).toList();
    }

    private static String text(Object value) {
        return (String) value;
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
