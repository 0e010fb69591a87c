package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.travel.Atlas;
import fr.genereferral.hubdirectory.travel.GeoPoint;
import fr.genereferral.hubdirectory.travel.Landmass;
import fr.genereferral.hubdirectory.travel.Place;
import fr.genereferral.hubdirectory.travel.TableLeg;
import fr.genereferral.hubdirectory.travel.TravelMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A made-up country from a seed: two landmasses, some airports, hubs here and there with or without a known wait. */
public final class RandomWorld {
    public static final String ORIGIN = "990000001";
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private final Random random;
    private final List<Place> hospitals = new ArrayList<>();
    private final List<Hub> hubs = new ArrayList<>();

    public RandomWorld(long seed) {
        random = new Random(seed);
        hospitals.add(new Place(ORIGIN, "Origin", "WEST", point()));
    }

    public Directory directory(int size) {
        for (var i = 0; i < size; i++) {
            // Few points and few waits, so that ties are common.
            addHub("%09d".formatted(100_000_000 + random.nextInt(800_000_000)));
        }
        var places = List.of(place("AIR-W1"), place("AIR-W2"), place("AIR-E1"), place("AIR-E2"));
        var legs = List.of(leg("AIR-W1", "AIR-E1"), leg("AIR-W2", "AIR-E2"), leg("AIR-W1", "AIR-W2"));
        var landmasses =
                List.of(new Landmass("WEST", "West", 130, 75, START), new Landmass("EAST", "East", 144, 55, START));
        var atlas = new Atlas(landmasses, places, legs, List.of(), hospitals);
        return new Directory(hubs, atlas, List.of(DirectoryFixtures.parametersFrom(START)), capacities());
    }

    public String anyHub() {
        return hubs.get(random.nextInt(hubs.size())).id();
    }

    private void addHub(String id) {
        if (hospitals.stream().anyMatch(place -> place.code().equals(id))) {
            return;
        }
        hospitals.add(new Place(id, "Hub " + id, random.nextBoolean() ? "WEST" : "EAST", point()));
        var wait = random.nextInt(4);
        var hub = new Hub(
                new HubName(id, "Hub " + id, "Somewhere"),
                HubKind.HUB,
                random.nextInt(10) > 0,
                wait == 0 ? null : wait);
        if (random.nextInt(10) > 1) {
            var granted = new Accreditation.Grant("ONA-IV", band(), START, random.nextBoolean(), "made up");
            hub.accredit(new UUID(1, random.nextLong()), granted, "test", Instant.EPOCH);
        }
        hubs.add(hub);
    }

    /** Some tell nothing, some nought, some rest, some are full for a while. */
    private Capacities capacities() {
        var rates = new HashMap<Capacities.Place, List<CapacityPlan.Rate>>();
        var rests = new HashMap<Capacities.Place, List<CapacityPlan.Rest>>();
        var taken = new HashMap<Capacities.Place, Map<Week, Set<Integer>>>();
        for (var hub : hubs) {
            var place = new Capacities.Place(hub.id(), "ONA-IV");
            if (random.nextBoolean()) {
                rates.put(place, List.of(new CapacityPlan.Rate(START, random.nextInt(3))));
                taken.put(place, Map.of(Week.onOrAfter(RequestBuilder.TODAY), Set.of(1)));
            }
            if (random.nextInt(4) == 0) {
                var until = random.nextBoolean() ? null : RequestBuilder.TODAY.plusDays(random.nextInt(120));
                rests.put(
                        random.nextBoolean() ? place : new Capacities.Place(hub.id(), null),
                        List.of(new CapacityPlan.Rest(START, until)));
            }
        }
        return new Capacities(rates, rests, taken);
    }

    private Band band() {
        return random.nextInt(3) > 0 ? Band.open() : new Band(random.nextInt(2), 18, null, new BigDecimal("13.5"));
    }

    private Place place(String code) {
        return new Place(code, code, code.startsWith("AIR-W") ? "WEST" : "EAST", point());
    }

    private TableLeg leg(String from, String to) {
        return new TableLeg(from, to, TravelMode.AIR, 40 + random.nextInt(200), 100, 40, START, null);
    }

    private GeoPoint point() {
        return new GeoPoint(43 + random.nextInt(4), 1 + random.nextInt(4));
    }
}
