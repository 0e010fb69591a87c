package fr.genereferral.referral.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToldOfAYearTest {
    private static final long LEAST = 5;
    private static final int MOST = 14;

    @Test
    void tellsWhatIsLargeEnough() {
        var told = told(5L, 9L);

        assertEquals(Optional.of(14L), told.year());
        assertEquals(Optional.of(5L), told.month(5));
    }

    @Test
    void tellsNoMonthWhereOneIsTooSmall() {
        var told = told(4L, 9L);

        assertEquals(Optional.of(13L), told.year());
        assertEquals(Optional.empty(), told.month(9));
    }

    @Test
    void tellsNoYearThatLeavesEachMonthOneChild() {
        assertEquals(Optional.empty(), told(1L, 1L, 1L, 1L, 1L).year());
        assertEquals(Optional.empty(), told(4L).year());
        assertEquals(Optional.empty(), told(1L, 5L).year());
        assertEquals(Optional.of(7L), told(1L, 6L).year());
    }

    /** Every year that reads the same is looked for: one that is too small may be another. */
    @Test
    void leavesEachMonthThatIsTooSmallOpen() {
        var random = new Random(20261127);
        for (var round = 0; round < 200; round++) {
            var months = random.longs(1 + random.nextInt(3), 1, MOST).boxed().toList();

            var alike = alike(months);

            for (var i = 0; i < months.size(); i++) {
                var may = new HashSet<Long>();
                for (var other : alike) {
                    may.add(other.get(i));
                }
                assertTrue(months.get(i) >= LEAST || may.size() > 1, months + " reads as " + alike);
            }
        }
    }

    private static List<List<Long>> alike(List<Long> months) {
        var found = new ArrayList<List<Long>>();
        for (var way = 0; way < Math.pow(MOST, months.size()); way++) {
            var other = new ArrayList<Long>();
            for (int i = 0, left = way; i < months.size(); i++, left /= MOST) {
                other.add(1L + left % MOST);
            }
            if (read(other).equals(read(months))) {
                found.add(other);
            }
        }
        return found;
    }

    private static List<Optional<Long>> read(List<Long> months) {
        var told = new ToldOfAYear(months, LEAST);
        var read = new ArrayList<Optional<Long>>();
        read.add(told.year());
        months.forEach(month -> read.add(told.month(month)));
        return read;
    }

    private static ToldOfAYear told(Long... months) {
        return new ToldOfAYear(List.of(months), LEAST);
    }
}
