package fr.genereferral.hubdirectory.travel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Place HOME = new Place("29", "Quimper", "MAINLAND", new GeoPoint(48.0, -4.1));
    private static final Place HUB = new Place("350007084", "Rennes", "MAINLAND", new GeoPoint(48.1, -1.7));

    @Test
    void letsAYoungerRowTakeThePlaceOfAnOlderOneFromItsDayOn() {
        var legs = List.of(rail(130, TODAY.minusYears(1)), rail(100, TODAY));

        assertEquals(130, minutesByRail(legs, TODAY.minusDays(1)));
        assertEquals(100, minutesByRail(legs, TODAY));
    }

    @Test
    void holdsInTheOtherDirectionUnlessThatOneHasARowOfItsOwn() {
        var back = new TableLeg("B", "A", TravelMode.RAIL, 140, 0, 0, TODAY, null);

        assertEquals(
                130,
                Timetable.of(List.of(rail(130, TODAY)), TODAY).from("B").get(0).minutes());
        assertEquals(
                140,
                Timetable.of(List.of(rail(130, TODAY), back), TODAY)
                        .from("B")
                        .get(0)
                        .minutes());
    }

    @Test
    void takesAMeasuredRoadForTheEstimateEvenWhenItIsLonger() {
        var estimated = journey(List.of());
        var measured = journey(
                List.of(new TableLeg("29", "350007084", TravelMode.ROAD, estimated.minutes() + 30, 0, 0, TODAY, null)));

        assertEquals(estimated.minutes() + 30, measured.minutes());
        assertEquals(
                List.of(JourneyLeg.Basis.TABLE),
                measured.legs().stream().map(JourneyLeg::basis).toList());
    }

    @Test
    void goesByTrainFromTheDoorWhenTheTableSaysSo() {
        var journey =
                journey(List.of(new TableLeg("29", "350007084", TravelMode.RAIL, 60, 0, 0, TODAY.minusYears(1), null)));

        assertEquals(60, journey.minutes());
    }

    private static Journey journey(List<TableLeg> legs) {
        var atlas = new Atlas(
                List.of(new Landmass("MAINLAND", "Mainland", 130, 75, TODAY.minusYears(1))),
                List.of(HOME, HUB),
                legs,
                List.of(HOME),
                List.of(HUB));
        return atlas.from(atlas.originOf(Optional.of("29"), "350007084"), TODAY)
                .toHospital("350007084")
                .orElseThrow();
    }

    private static int minutesByRail(List<TableLeg> legs, LocalDate day) {
        var found = Timetable.of(legs, day).from("A");
        assertEquals(1, found.size());
        return found.get(0).minutes();
    }

    private static TableLeg rail(int minutes, LocalDate from) {
        return new TableLeg("A", "B", TravelMode.RAIL, minutes, 0, 0, from, null);
    }
}
