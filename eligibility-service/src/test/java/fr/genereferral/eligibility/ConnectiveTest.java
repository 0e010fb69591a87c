package fr.genereferral.eligibility;

import static fr.genereferral.eligibility.Truth.FALSE;
import static fr.genereferral.eligibility.Truth.TRUE;
import static fr.genereferral.eligibility.Truth.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Kleene's logic: what is unknown decides nothing, unless it could not change the answer. */
class ConnectiveTest {
    private static final Leaf.Always LEAF = new Leaf.Always();
    private static final List<Expression> TWO = List.of(LEAF, new Leaf.Holds(Input.fact("hiv-infection")));

    @Test
    void aCountIsDecidedWhenTheUnknownOnesCannotChangeIt() {
        assertEquals(TRUE, count(2, TRUE, TRUE, FALSE));
        assertEquals(TRUE, count(2, TRUE, UNKNOWN, TRUE));
        assertEquals(FALSE, count(2, TRUE, FALSE, FALSE));
        assertEquals(FALSE, count(2, UNKNOWN, FALSE, FALSE));
        assertEquals(UNKNOWN, count(2, TRUE, UNKNOWN, FALSE));
        assertEquals(UNKNOWN, count(2, UNKNOWN, UNKNOWN, FALSE));
        assertEquals(UNKNOWN, count(3, UNKNOWN, UNKNOWN, UNKNOWN));
        assertEquals(TRUE, count(0, FALSE));
    }

    @Test
    void allAnyAndNotAreKleenes() {
        assertEquals(FALSE, join(new Connective.All(List.of()), TRUE, UNKNOWN, FALSE));
        assertEquals(UNKNOWN, join(new Connective.All(List.of()), TRUE, UNKNOWN));
        assertEquals(TRUE, join(new Connective.Any(List.of()), FALSE, UNKNOWN, TRUE));
        assertEquals(UNKNOWN, join(new Connective.Any(List.of()), FALSE, UNKNOWN));
        assertEquals(UNKNOWN, join(new Connective.Not(LEAF), UNKNOWN));
        assertEquals(FALSE, join(new Connective.Not(LEAF), TRUE));
    }

    @Test
    void twoSourcesThatContradictEachOtherSayNothingAndAreBothInQuestion() {
        var agree = new Connective.Agree(List.of());
        var yes = leaf(TRUE, Reading.supposed(Input.fact("a"), "x", null, null));
        var no = leaf(FALSE, Reading.supposedAbsent(Input.fact("b")));
        var open = leaf(UNKNOWN, Reading.notStated(Input.fact("c")));

        assertEquals(UNKNOWN, join(agree, TRUE, FALSE));
        assertEquals(TRUE, join(agree, UNKNOWN, TRUE));
        assertEquals(UNKNOWN, join(agree, UNKNOWN, UNKNOWN));
        var contradiction = agree.explain(UNKNOWN, List.of(yes, no, open));
        assertEquals(
                List.of(Shortfall.CONFLICTING, Shortfall.CONFLICTING, Shortfall.NOT_STATED),
                contradiction.parts().stream().map(p -> p.reading().shortfall()).toList());
        assertTrue(contradiction.parts().stream().allMatch(p -> p.truth() == UNKNOWN));
        assertEquals(List.of(yes, open), agree.explain(TRUE, List.of(yes, open)).parts());
    }

    /** Asking a part is judging it: with three of them twice would be twice the work. */
    @Test
    void sourcesThatAgreeAreAskedOnceEach() {
        var asked = new ArrayList<Truth>();

        new Connective.Agree(List.of()).join(List.of(UNKNOWN, TRUE, TRUE), part -> {
            asked.add(part);
            return part;
        });

        assertEquals(List.of(UNKNOWN, TRUE, TRUE), asked);
    }

    @Test
    void theFirstSourceThatKnowsDecides() {
        var firstKnown = new Connective.FirstKnown(List.of());

        assertEquals(FALSE, join(firstKnown, UNKNOWN, FALSE, TRUE));
        assertEquals(TRUE, join(firstKnown, TRUE, FALSE));
        assertEquals(UNKNOWN, join(firstKnown, UNKNOWN));
    }

    @Test
    void whatNobodyAsksForIsTrueOnlyWhenStated() {
        var stated = new Connective.Stated(LEAF);

        assertEquals(TRUE, join(stated, TRUE));
        assertEquals(FALSE, join(stated, UNKNOWN));
        assertEquals(FALSE, join(stated, FALSE));
    }

    /** The threshold of a count stands beside it. */
    @Test
    void eachNamesItselfAndItsParts() {
        var part = leaf(TRUE, null);
        var count = new Connective.Count(2, TWO).explain(UNKNOWN, List.of(part));

        assertEquals("count", count.node());
        assertEquals(List.of("2"), count.demand().values());
        assertEquals(">=", count.demand().operator());
        assertEquals("2", count.details().get("count"));
        assertEquals(List.of(part), count.parts());
        assertEquals("all", node(new Connective.All(TWO), part));
        assertEquals("any", node(new Connective.Any(TWO), part));
        assertEquals("not", node(new Connective.Not(LEAF), part));
        assertEquals("first-known", node(new Connective.FirstKnown(TWO), part));
        assertEquals("stated", node(new Connective.Stated(LEAF), part));
    }

    @Test
    void theLeavesOfAllPartsAreFound() {
        var nested = new Connective.All(List.of(new Connective.Not(LEAF), new Connective.Count(1, TWO)));

        assertEquals(3, nested.leaves().count());
        assertEquals(
                List.of(Input.fact("hiv-infection")),
                nested.leaves().flatMap(leaf -> leaf.input().stream()).toList());
    }

    private static String node(Connective connective, Explanation part) {
        var explained = connective.explain(TRUE, List.of(part));
        assertEquals(List.of(part), explained.parts());
        assertEquals(TRUE, explained.truth());
        return explained.node();
    }

    private static Explanation leaf(Truth truth, Reading reading) {
        return new Explanation("holds", truth, List.of(), reading, null, Map.of());
    }

    private static Truth count(int atLeast, Truth... parts) {
        return join(new Connective.Count(atLeast, List.of()), parts);
    }

    private static Truth join(Connective connective, Truth... parts) {
        return connective.join(List.of(parts), Function.identity());
    }
}
