package fr.genereferral.hubdirectory.travel;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of legs as it holds on one day. Of two rows for the same way the younger one counts; a row holds in the other
 * direction too, unless that one has a row of its own that is as young.
 */
final class Timetable {
    private final Map<String, List<TableLeg>> departures;
    private final Map<Way, TableLeg> roads;

    private Timetable(Map<Way, TableLeg> legs) {
        departures = legs.values().stream()
                .filter(leg -> leg.mode() != TravelMode.ROAD)
                .collect(Collectors.groupingBy(TableLeg::from));
        roads = legs.entrySet().stream()
                .filter(leg -> leg.getKey().mode() == TravelMode.ROAD)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Way(String from, String to, TravelMode mode) {
        static Way of(TableLeg leg) {
            return new Way(leg.from(), leg.to(), leg.mode());
        }
    }

    static Timetable of(Collection<TableLeg> legs, LocalDate day) {
        var holding = legs.stream().filter(leg -> leg.holdsOn(day)).toList();
        var chosen = new LinkedHashMap<Way, TableLeg>();
        // The rows as they are first, so that one that was turned round does not displace an equally young one.
        Stream.concat(holding.stream(), holding.stream().map(TableLeg::reversed))
                .forEach(leg -> chosen.merge(Way.of(leg), leg, Timetable::younger));
        return new Timetable(chosen);
    }

    private static TableLeg younger(TableLeg one, TableLeg other) {
        return other.validFrom().isAfter(one.validFrom()) ? other : one;
    }

    /** Flights, ships and trains. */
    List<TableLeg> from(String place) {
        return departures.getOrDefault(place, List.of());
    }

    /** A road that somebody has measured: it is taken for the estimate, whichever is longer. */
    Optional<TableLeg> road(Place from, Place to) {
        return Optional.ofNullable(roads.get(new Way(from.code(), to.code(), TravelMode.ROAD)));
    }

    /** Where a flight, a ship or a train leaves. */
    Stream<String> stations() {
        return departures.keySet().stream();
    }
}
