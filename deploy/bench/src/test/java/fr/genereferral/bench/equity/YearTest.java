package fr.genereferral.bench.equity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YearTest {
    private static final Region CORSICA = new Region("94", "Corse");
    private static final Departement BASTIA = new Departement("2B", CORSICA, new Point(42.7, 9.4), 1000);
    private static final Disease DISEASE = new Disease("ONA-IV", "SMA", 8500, 0, 30, "assumed", "test");
    private static final Choices CHOICES = new Choices(
            Map.of("ONA-IV/2B", List.of(new Choice("FAR-BUT-QUICK", 100, 400), new Choice("NEAR", 160, 200))), 60);

    @Test
    void goesToTheNearestByDistanceOrByTravelTimeHoweverLongItWaits() {
        assertEquals(List.of(160, 160, 160), minutes(Policy.DISTANCE));
        assertEquals(List.of(100, 100, 100), minutes(Policy.TRAVEL));
        assertEquals(List.of(0, 29, 58), waits(Policy.TRAVEL));
    }

    @Test
    void goesFurtherRatherThanWaitUnderThePlatformsCost() {
        assertEquals(List.of(100, 160, 100), minutes(Policy.PLATFORM));
        assertEquals(List.of(0, 0, 28), waits(Policy.PLATFORM));
    }

    @Test
    void doesNotCountTheFiveYearsBefore() {
        var last = new Referral(DISEASE, BASTIA, 5 * Year.DAYS - 1);

        assertEquals(List.of(), new Year(Policy.TRAVEL, CHOICES).play(List.of(last)));
    }

    private static List<Integer> minutes(Policy policy) {
        return play(policy).stream().map(Treated::minutes).toList();
    }

    private static List<Integer> waits(Policy policy) {
        return play(policy).stream().map(Treated::waitDays).toList();
    }

    /** One on each of three days. */
    private static List<Treated> play(Policy policy) {
        var referrals = IntStream.range(0, 3)
                .mapToObj(day -> new Referral(DISEASE, BASTIA, Year.COUNTED_FROM + day))
                .toList();
        return new Year(policy, CHOICES).play(referrals);
    }
}
