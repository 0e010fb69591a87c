package fr.genereferral.referral.likeness;

import fr.genereferral.referral.likeness.Likeness.Outcome;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/**
 * How well one child is told from two, over labelled pairs, as the platform does it: who has no mark in common is compared with
 * nobody, so nobody is asked about the two, whatever the comparison would have said.
 *
 * @param asked pairs of one child about which a person is asked
 * @param missed pairs of one child about which nobody is
 * @param needless pairs of two children about which a person is asked
 * @param twinsAsked of these, twins
 * @param twinsTaken twins that are taken for one child without a word of warning, with a mark in common or without
 * @param unmet of those missed, pairs that have no mark in common
 */
record Score(int asked, int missed, int needless, int twinsAsked, int twinsTaken, int unmet) {
    /** The first day of the weights: the same ones on every day on which the tests run. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    private static final LikenessMarks MARKS = new LikenessMarks(framed -> framed);

    static Score of(List<Pair> pairs) {
        var weights = Weights.on(DAY);
        var counts = new int[6];
        for (var pair : pairs) {
            var outcome = Likeness.of(Recorded.compared(pair), weights).outcome();
            var meets = meet(pair);
            var asks = meets && outcome != Outcome.DIFFERENT;
            counts[0] += pair.isSame() && asks ? 1 : 0;
            counts[1] += pair.isSame() && !asks ? 1 : 0;
            counts[2] += !pair.isSame() && asks ? 1 : 0;
            counts[3] += pair.kind().isTwins() && asks ? 1 : 0;
            counts[4] += pair.kind().isTwins() && outcome == Outcome.PROBABLE ? 1 : 0;
            counts[5] += pair.isSame() && !meets ? 1 : 0;
        }
        return new Score(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /** Whether the two are compared at all. */
    static boolean meet(Pair pair) {
        return !Collections.disjoint(MARKS.of(Recorded.of(pair.one())), MARKS.of(Recorded.of(pair.other())));
    }

    double recall() {
        return (double) asked / (asked + missed);
    }

    double precision() {
        return (double) asked / (asked + needless);
    }
}
