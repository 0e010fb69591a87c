package fr.genereferral.hubdirectory.travel;

import fr.genereferral.hubdirectory.travel.JourneyLeg.Basis;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The quickest ways from one origin (Dijkstra over the table's places). A road is estimated only between two points of
 * one landmass, so that a straight line never decides where water lies between.
 */
public final class Journeys {
    private final Atlas atlas;
    private final Origin origin;
    private final LocalDate day;
    private final Timetable timetable;
    private final Optional<Stop> start;
    private final Map<String, Stop> stops = new HashMap<>();
    private final Map<String, Optional<Journey>> found = new ConcurrentHashMap<>();

    Journeys(Atlas atlas, Origin origin, Optional<Place> start, LocalDate day) {
        this.atlas = atlas;
        this.origin = origin;
        this.day = day;
        this.timetable = atlas.timetable(day);
        this.start = start.map(place -> new Stop(place, 0, null, null, null));
        explore(timetable.stations().map(atlas::place).toList());
    }

    /**
     * The quickest way to a hospital of the directory; empty when no row of the table and no road leads there, which is a
     * hole in the data, never a long journey; so is a hub that the atlas does not know, as one abroad.
     */
    public Optional<Journey> toHospital(String finess) {
        return found.computeIfAbsent(
                finess, hospital -> atlas.hospital(hospital).flatMap(this::to));
    }

    private Optional<Journey> to(Place destination) {
        var direct = start.flatMap(here -> byRoad(here, destination));
        return stops.values().stream()
                .filter(Stop::isTerminal)
                .flatMap(stop -> byRoad(stop, destination).stream())
                .min(QUICKEST)
                .filter(stop -> direct.isEmpty() || stop.minutes < direct.get().minutes)
                .or(() -> direct)
                .map(arrival -> Journey.of(origin, arrival.legs()));
    }

    private void explore(List<Place> stations) {
        var frontier = new PriorityQueue<>(QUICKEST);
        start.ifPresent(here -> stations.forEach(place -> byRoad(here, place).ifPresent(frontier::add)));
        while (!frontier.isEmpty()) {
            var reached = frontier.poll();
            if (stops.putIfAbsent(reached.place.code(), reached) == null) {
                timetable.from(reached.place.code()).forEach(leg -> frontier.add(by(leg, reached)));
                if (reached.isTerminal()) {
                    stations.forEach(next -> byRoad(reached, next).ifPresent(frontier::add));
                }
            }
        }
    }

    private Stop by(TableLeg leg, Stop from) {
        return new Stop(atlas.place(leg.to()), from.minutes + leg.doorToDoorMinutes(), from, leg, Basis.TABLE);
    }

    private Optional<Stop> byRoad(Stop from, Place to) {
        if (!from.place.landmass().equals(to.landmass())) {
            return Optional.empty();
        }
        var measured = timetable.road(from.place, to);
        var minutes = measured.map(TableLeg::doorToDoorMinutes)
                .orElseGet(() -> atlas.landmass(to.landmass(), day).roadMinutes(atlas.metres(from.place, to)));
        var basis = measured.isPresent() ? Basis.TABLE : Basis.ROAD_ESTIMATE;
        return Optional.of(new Stop(to, from.minutes + minutes, from, null, basis));
    }

    // The code decides between equals, so that the same data always gives the same way.
    private static final Comparator<Stop> QUICKEST = Comparator.comparingInt((Stop stop) -> stop.minutes)
            .thenComparing(stop -> stop.place.code())
            .thenComparing(stop -> stop.before == null ? "" : stop.before.place.code());

    /** A place that was reached, and how: by a leg of the table, else by road. */
    private record Stop(Place place, int minutes, Stop before, TableLeg by, Basis basis) {

        /** Reached by a leg of the table; a road after a road is never quicker than one road. */
        boolean isTerminal() {
            return by != null;
        }

        List<JourneyLeg> legs() {
            var legs = new LinkedList<JourneyLeg>();
            for (var stop = this; stop.before != null; stop = stop.before) {
                legs.addAll(0, stop.lastLegs());
            }
            return legs;
        }

        private List<JourneyLeg> lastLegs() {
            var here = place.name();
            var there = before.place.name();
            if (by != null) {
                return Stream.of(
                                transfer(there, by.boardingMinutes()),
                                new JourneyLeg(by.mode(), there, here, by.minutes(), Basis.TABLE),
                                transfer(here, by.alightingMinutes()))
                        .filter(leg -> leg.minutes() > 0)
                        .toList();
            }
            var road = minutes - before.minutes;
            return road == 0 ? List.of() : List.of(new JourneyLeg(TravelMode.ROAD, there, here, road, basis));
        }

        private static JourneyLeg transfer(String at, int minutes) {
            return new JourneyLeg(TravelMode.TRANSFER, at, at, minutes, Basis.TABLE);
        }
    }
}
