package fr.genereferral.hubdirectory.travel;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The geography of the directory: the table of legs, the places it joins, and where families and hubs are. */
public final class Atlas {
    private static final Pattern OVERSEAS = Pattern.compile("970[1-4]");

    /** More than there are départements; an unknown hospital is an origin too, and anybody can make one up. */
    private static final int MOST_ORIGINS_KEPT = 300;

    private static final int MOST_DAYS_KEPT = 8;

    private final List<Landmass> landmasses;
    private final Map<String, Place> places;
    private final List<TableLeg> legs;
    private final Map<String, Place> departements;
    private final Map<String, Place> hospitals;
    private final Map<Between, Long> metres = new ConcurrentHashMap<>();
    private final Map<Departure, Journeys> journeys = new ConcurrentHashMap<>();
    private final Map<LocalDate, Timetable> timetables = new ConcurrentHashMap<>();

    public Atlas(
            List<Landmass> landmasses,
            List<Place> places,
            List<TableLeg> legs,
            List<Place> departements,
            List<Place> hospitals) {
        this.landmasses = List.copyOf(landmasses);
        this.places = byCode(places);
        this.legs = List.copyOf(legs);
        this.departements = byCode(departements);
        this.hospitals = byCode(hospitals);
    }

    /**
     * The journeys that begin at this origin on this day; none from an origin that the atlas does not know. They are kept:
     * children come from a hundred départements, and neither the table nor the day changes between two of them.
     */
    public Journeys from(Origin origin, LocalDate day) {
        if (journeys.size() >= MOST_ORIGINS_KEPT) {
            journeys.clear();
        }
        return journeys.computeIfAbsent(
                new Departure(origin, day), departure -> new Journeys(this, origin, pointOf(origin), day));
    }

    /**
     * The département of residence when there is one that the atlas knows, else the referring hospital; for a hospital
     * that it does not know, the département that its number comes from, when it knows that one.
     */
    public Origin originOf(Optional<String> residence, String hospital) {
        return residence
                .filter(departements::containsKey)
                .or(() -> Optional.of(departementOf(hospital))
                        .filter(code -> !hospitals.containsKey(hospital) && departements.containsKey(code)))
                .map(code -> new Origin(Origin.Kind.DEPARTEMENT, code))
                .orElseGet(() -> new Origin(Origin.Kind.HOSPITAL, hospital));
    }

    /** FINESS numbers begin with the département; overseas with 9701 to 9704, Mayotte with 9805. */
    private static String departementOf(String finess) {
        if (OVERSEAS.matcher(finess).lookingAt()) {
            return "97" + finess.charAt(3);
        }
        return finess.startsWith("9805") ? "976" : finess.substring(0, 2);
    }

    /** The day from which the youngest row that was used holds. */
    public LocalDate legsAsOf(LocalDate day) {
        return Stream.concat(
                        legs.stream().filter(leg -> leg.holdsOn(day)).map(TableLeg::validFrom),
                        landmasses.stream().map(Landmass::validFrom).filter(from -> !from.isAfter(day)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Of the national file, or registered with its hub. */
    Optional<Place> hospital(String finess) {
        return Optional.ofNullable(hospitals.get(finess)).or(() -> Optional.ofNullable(places.get(finess)));
    }

    Place place(String code) {
        return Optional.ofNullable(places.get(code))
                .orElseThrow(() -> new IllegalArgumentException("The atlas does not know " + code));
    }

    Timetable timetable(LocalDate day) {
        if (timetables.size() >= MOST_DAYS_KEPT) {
            timetables.clear();
        }
        return timetables.computeIfAbsent(day, asked -> Timetable.of(legs, asked));
    }

    /** Every pair of points is measured once: a geodesic costs more than the rest of the search. */
    long metres(Place from, Place to) {
        return metres.computeIfAbsent(
                new Between(from.point(), to.point()), between -> between.from.metresTo(between.to));
    }

    Landmass landmass(String code, LocalDate day) {
        return landmasses.stream()
                .filter(landmass -> landmass.code().equals(code))
                .filter(landmass -> !landmass.validFrom().isAfter(day))
                .max(Comparator.comparing(Landmass::validFrom))
                .orElseThrow(() -> new IllegalArgumentException("No road estimate for " + code + " on " + day));
    }

    private Optional<Place> pointOf(Origin origin) {
        return Optional.ofNullable(pointsLike(origin).get(origin.code()));
    }

    private Map<String, Place> pointsLike(Origin origin) {
        return origin.kind() == Origin.Kind.HOSPITAL ? hospitals : departements;
    }

    private record Between(GeoPoint from, GeoPoint to) {}

    private record Departure(Origin origin, LocalDate day) {}

    private static Map<String, Place> byCode(List<Place> places) {
        return places.stream().collect(Collectors.toUnmodifiableMap(Place::code, place -> place));
    }
}
