package fr.genereferral.hubdirectory.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.HubName;
import fr.genereferral.hubdirectory.MatchRuns.Region;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegionSumTest {
    private static final Region CORSICA = new Region("94", "Corse");
    private static final Changed.First NICE = new Changed.First(new HubName("060780947", "Nice", "Nice"), 240, 240);
    private static final Changed.First MARSEILLE =
            new Changed.First(new HubName("130804297", "Marseille", "Marseille"), 250, 250);

    @Test
    void tellsNoNumberOfARegionWithFewRuns() {
        assertEquals(
                new RegionSum.Told("94", "Corse", null, null, null, null, null),
                sum(4, 0).told(CORSICA));
    }

    @Test
    void tellsNoSmallNumberOfChangedRuns() {
        assertEquals(
                new RegionSum.Told("94", "Corse", 9, 0, null, null, null),
                sum(5, 4).told(CORSICA));
    }

    @Test
    void addsUpTheMinutesOfTheRunsThatChanged() {
        assertEquals(
                new RegionSum.Told("94", "Corse", 8, 0, 5, 1250L, 1200L),
                sum(3, 5).told(CORSICA));
    }

    @Test
    void addsUpNoMinutesOfFewRunsHoweverManyHaveChanged() {
        var sum = sum(0, 4);
        for (var i = 0; i < 3; i++) {
            sum.add(run(null, NICE, false));
        }

        assertEquals(new RegionSum.Told("94", "Corse", 7, 0, 7, null, null), sum.told(CORSICA));
    }

    @Test
    void addsUpNoMinutesOfARunThatCouldHaveAskedYetAnotherHub() {
        var sum = sum(0, 5);
        for (var i = 0; i < 5; i++) {
            sum.add(run(NICE, MARSEILLE, true));
        }

        assertEquals(new RegionSum.Told("94", "Corse", 10, 5, 10, 1250L, 1200L), sum.told(CORSICA));
    }

    private static RegionSum sum(int same, int changed) {
        var sum = new RegionSum();
        for (var i = 0; i < same; i++) {
            sum.add(run(MARSEILLE, MARSEILLE, false));
        }
        for (var i = 0; i < changed; i++) {
            sum.add(run(MARSEILLE, NICE, false));
        }
        return sum;
    }

    private static Changed run(Changed.First before, Changed.First after, boolean undecided) {
        var day = LocalDate.of(2026, 11, 23);
        return new Changed(new UUID(0, 1), new UUID(0, 2), 1, "ONA-IV", day, before, after, undecided);
    }
}
