package fr.genereferral.referral.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.likeness.Likeness.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is worth a comparison is found without anything that could be read. */
class LikenessMarksTest {
    private static final LikenessMarks MARKS = new LikenessMarks(framed -> framed);
    private static final List<Pair> PAIRS = LabelledPairs.forTuning();

    /** Of those that the comparison would take for one child; on the half for tuning, as the other was scored once. */
    @Test
    void findsNearlyEverybodyWhomTheComparisonWouldFind() {
        var weights = Weights.on(Score.DAY);
        var alike = PAIRS.stream()
                .filter(Pair::isSame)
                .filter(pair -> Likeness.of(Recorded.compared(pair), weights).outcome() != Outcome.DIFFERENT)
                .toList();

        var met = alike.stream().filter(LikenessMarksTest::meet).count();

        assertTrue(met >= 0.99 * alike.size(), met + " of " + alike.size());
    }

    @Test
    void doesNotBringStrangersTogether() {
        var strangers = PAIRS.stream()
                .filter(pair -> pair.kind() == Pair.Kind.STRANGERS)
                .toList();

        var met = strangers.stream().filter(LikenessMarksTest::meet).count();

        assertTrue(met <= 0.05 * strangers.size(), met + " of " + strangers.size());
    }

    @Test
    void leavesSomeTenForEachChild() {
        var many = PAIRS.stream().mapToInt(pair -> of(pair.one()).size()).summaryStatistics();

        assertTrue(many.getAverage() <= 10, many::toString);
        assertTrue(many.getMax() <= 60, many::toString);
    }

    @Test
    void hasNoneForARecordThatSaysNothing() {
        var bare = new Traits(null, null, List.of(), null, null, null, null, List.of(), null);

        assertEquals(Set.of(), MARKS.of(bare));
    }

    private static boolean meet(Pair pair) {
        return !Collections.disjoint(of(pair.one()), of(pair.other()));
    }

    private static Set<String> of(Written written) {
        return MARKS.of(Recorded.of(written));
    }
}
