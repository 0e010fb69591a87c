package fr.genereferral.hubdirectory.travel;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.Hub;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody lives where no hub can be reached from: every hospital and every département, to every hub and relay. */
class CoverageTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Atlas ATLAS = DirectoryFixtures.atlas();
    private static final List<String> HUBS =
            DirectoryFixtures.directory().hubs().stream().map(Hub::id).toList();

    @Test
    void knowsAWayFromEverywhereToEveryHub() {
        assertEquals(List.of(), missing(ATLAS));
    }

    @Test
    void countsEveryOriginAndEveryHub() {
        assertEquals(101 + 97, origins().count());
        assertEquals(25, HUBS.size());
    }

    @Test
    void namesThePairsToWhichNoWayIsKnown() {
        var noFlights = new Atlas(
                List.of(new Landmass("MAINLAND", "Mainland", 130, 75, TODAY)),
                List.of(),
                List.of(),
                List.of(new Place("2B", "Bastia", "CORSICA", new GeoPoint(42.7, 9.4))),
                List.of(new Place(HUBS.get(0), "A hub", "MAINLAND", new GeoPoint(43.7, 7.2))));

        assertTrue(missing(noFlights).contains("DEPARTEMENT 2B -> " + HUBS.get(0)));
    }

    @Test
    void addsUpTheLegsOfEveryJourneyAndLeavesNoGapBetweenThem() {
        assertAll(origins()
                .flatMap(origin -> HUBS.stream()
                        .map(hub -> ATLAS.from(origin, TODAY).toHospital(hub).orElseThrow()))
                .map(journey -> () -> assertIsWhole(journey)));
    }

    private static List<String> missing(Atlas atlas) {
        return origins()
                .flatMap(origin -> HUBS.stream()
                        .filter(hub -> atlas.from(origin, TODAY).toHospital(hub).isEmpty())
                        .map(hub -> origin.kind() + " " + origin.code() + " -> " + hub))
                .toList();
    }

    private static Stream<Origin> origins() {
        return Stream.concat(
                DirectoryFixtures.departements().stream().map(code -> new Origin(Origin.Kind.DEPARTEMENT, code)),
                DirectoryFixtures.hospitals().stream().map(code -> new Origin(Origin.Kind.HOSPITAL, code)));
    }

    private static void assertIsWhole(Journey journey) {
        var legs = journey.legs();
        assertEquals(
                journey.minutes(), legs.stream().mapToInt(JourneyLeg::minutes).sum());
        assertTrue(legs.size() <= 24, () -> legs.size() + " legs");
        for (var i = 1; i < legs.size(); i++) {
            assertEquals(legs.get(i - 1).to(), legs.get(i).from());
        }
    }
}
