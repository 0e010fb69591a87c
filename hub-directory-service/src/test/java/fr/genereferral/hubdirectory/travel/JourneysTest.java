package fr.genereferral.hubdirectory.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.DirectoryFixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JourneysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Atlas ATLAS = DirectoryFixtures.atlas();

    @Test
    void bastiaToMarseilleTakesAboutFourHoursByAir() {
        var journey = fromHospital(DirectoryFixtures.BASTIA)
                .toHospital(DirectoryFixtures.MARSEILLE)
                .orElseThrow();

        assertTrue(journey.minutes() >= 225 && journey.minutes() <= 265, () -> "minutes: " + journey.minutes());
        assertEquals(
                List.of(TravelMode.ROAD, TravelMode.TRANSFER, TravelMode.AIR, TravelMode.TRANSFER, TravelMode.ROAD),
                modes(journey));
    }

    @Test
    void rennesToParisGoesByTrainThoughThereIsARoad() {
        var journey = fromDepartement("35").toHospital(DirectoryFixtures.NECKER).orElseThrow();

        assertTrue(modes(journey).contains(TravelMode.RAIL));
        assertTrue(journey.minutes() < 150, () -> "minutes: " + journey.minutes());
    }

    @Test
    void rennesToNantesGoesByRoad() {
        var journey = fromDepartement("35").toHospital(DirectoryFixtures.NANTES).orElseThrow();

        assertEquals(List.of(TravelMode.ROAD), modes(journey));
        assertEquals(JourneyLeg.Basis.ROAD_ESTIMATE, journey.legs().get(0).basis());
    }

    @Test
    void cayenneFliesToParisAndGoesOnFromThere() {
        var journey =
                fromDepartement("973").toHospital(DirectoryFixtures.MONTPELLIER).orElseThrow();

        var flight = journey.legs().stream()
                .filter(leg -> leg.mode() == TravelMode.AIR)
                .toList();
        assertEquals("Aéroport de Paris-Orly", flight.get(0).to());
        assertTrue(modes(journey).contains(TravelMode.RAIL));
    }

    @Test
    void mayotteCrossesByBargeAndChangesAtLaReunion() {
        var journey =
                fromDepartement("976").toHospital(DirectoryFixtures.NECKER).orElseThrow();

        assertEquals(
                List.of(
                        "Mamoudzou",
                        "Embarcadère de Mamoudzou",
                        "Embarcadère de Dzaoudzi",
                        "Aéroport de Dzaoudzi",
                        "Aéroport de Saint-Denis de La Réunion",
                        "Aéroport de Paris-Orly"),
                journey.legs().stream()
                        .filter(leg -> leg.mode() != TravelMode.TRANSFER)
                        .map(JourneyLeg::from)
                        .toList());
    }

    @Test
    void aChildAlreadyAtTheHubDoesNotTravel() {
        var journey = fromHospital(DirectoryFixtures.NECKER)
                .toHospital(DirectoryFixtures.NECKER)
                .orElseThrow();

        assertEquals(0, journey.minutes());
        assertEquals(List.of(), journey.legs());
    }

    @Test
    void noRoadIsEverEstimatedAcrossWater() {
        var landmass = DirectoryFixtures.atlas();
        var islands = List.of("2A", "2B", "971", "972", "973", "974", "976");

        islands.forEach(island -> {
            var journey = landmass.from(departement(island), TODAY)
                    .toHospital(DirectoryFixtures.NECKER)
                    .orElseThrow();
            assertTrue(modes(journey).stream().anyMatch(mode -> mode == TravelMode.AIR || mode == TravelMode.SEA));
        });
    }

    @Test
    void aLegThatHasEndedIsNotTaken() {
        var ended = new TableLeg("A", "B", TravelMode.AIR, 60, 100, 40, TODAY.minusYears(1), TODAY);
        var atlas = twoIslandsJoinedBy(ended);

        var yesterday = atlas.from(hospital("A-HOSPITAL"), TODAY.minusDays(1))
                .toHospital("B-HOSPITAL")
                .orElseThrow();
        assertEquals(200, yesterday.minutes());
        assertEquals(Optional.empty(), atlas.from(hospital("A-HOSPITAL"), TODAY).toHospital("B-HOSPITAL"));
    }

    @ParameterizedTest
    @CsvSource({
        "970300001, DEPARTEMENT, 973",
        "980500099, DEPARTEMENT, 976",
        "350009999, DEPARTEMENT, 35",
        "988000001, HOSPITAL, 988000001",
        "970500005, HOSPITAL, 970500005",
        "970600005, HOSPITAL, 970600005",
        "200000016, HOSPITAL, 200000016"
    })
    void readsTheDepartementFromTheNumberOfAHospitalThatItDoesNotKnow(String finess, Origin.Kind kind, String code) {
        assertEquals(new Origin(kind, code), ATLAS.originOf(Optional.empty(), finess));
    }

    @Test
    void noWayIsKnownFromNowhere() {
        assertEquals(Optional.empty(), fromHospital("200000016").toHospital(DirectoryFixtures.NECKER));
    }

    private static Atlas twoIslandsJoinedBy(TableLeg leg) {
        var here = new GeoPoint(0, 0);
        var there = new GeoPoint(1, 1);
        return new Atlas(
                List.of(
                        new Landmass("ISLE-A", "A", 130, 75, TODAY.minusYears(1)),
                        new Landmass("ISLE-B", "B", 130, 75, TODAY.minusYears(1))),
                List.of(new Place("A", "A", "ISLE-A", here), new Place("B", "B", "ISLE-B", there)),
                List.of(leg),
                List.of(),
                List.of(new Place("A-HOSPITAL", "A", "ISLE-A", here), new Place("B-HOSPITAL", "B", "ISLE-B", there)));
    }

    private static Journeys fromDepartement(String code) {
        return ATLAS.from(departement(code), TODAY);
    }

    private static Journeys fromHospital(String finess) {
        return ATLAS.from(hospital(finess), TODAY);
    }

    private static Origin departement(String code) {
        return new Origin(Origin.Kind.DEPARTEMENT, code);
    }

    private static Origin hospital(String finess) {
        return new Origin(Origin.Kind.HOSPITAL, finess);
    }

    private static List<TravelMode> modes(Journey journey) {
        return journey.legs().stream().map(JourneyLeg::mode).toList();
    }
}
