package fr.genereferral.referral.likeness;

import fr.genereferral.referral.likeness.Likeness.Outcome;
import java.time.LocalDate;
import java.util.List;

/**
 * How well the comparison tells one child from two, over labelled pairs.
 *
 * @param asked pairs of one child about which a person is asked
 * @param missed pairs of one child about which nobody is
 * @param needless pairs of two children about which a person is asked
 * @param twinsAsked of these, twins
 * @param twinsTaken twins that are taken for one child without a word of warning
 */
record Score(int asked, int missed, int needless, int twinsAsked, int twinsTaken) {
    /** The first day of the weights: the same ones on every day on which the tests run. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    static Score of(List<Pair> pairs) {
        var weights = Weights.on(DAY);
        var counts = new int[5];
        for (var pair : pairs) {
            var outcome = Likeness.of(Recorded.compared(pair), weights).outcome();
            var asks = outcome != Outcome.DIFFERENT;
            counts[0] += pair.isSame() && asks ? 1 : 0;
            counts[1] += pair.isSame() && !asks ? 1 : 0;
            counts[2] += !pair.isSame() && asks ? 1 : 0;
            counts[3] += pair.kind().isTwins() && asks ? 1 : 0;
            counts[4] += pair.kind().isTwins() && outcome == Outcome.PROBABLE ? 1 : 0;
        }
        return new Score(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    double recall() {
        return (double) asked / (asked + missed);
    }

    double precision() {
        return (double) asked / (asked + needless);
    }
}
