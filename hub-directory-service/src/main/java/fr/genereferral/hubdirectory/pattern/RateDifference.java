package fr.genereferral.hubdirectory.pattern;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How much higher a rate is in one group than in another, at equal strata: the risk difference with the weights of Mantel and
 * Haenszel (1959), n₁n₀/(n₁+n₀) of each stratum, and the interval that recovers its variance from the limits of Wilson of each
 * rate (Zou, Huang and Zhang, <i>Computational Statistics and Data Analysis</i> 53, 2009; with one stratum it is method 10 of
 * Newcombe, <i>Statistics in Medicine</i> 17, 1998). It holds where counts are small, and where a rate is 0 or 1.
 *
 * @param rate of the group, between 0 and 1, with the strata weighed as the difference weighs them
 * @param against the same of the group that it is compared with
 * @param low lower limit of the difference
 * @param high upper limit of the difference
 */
record RateDifference(double rate, double against, double low, double high) {

    /** So many of so many. */
    record Part(int cases, int all) {
        Part {
            if (cases < 0 || cases > all) {
                throw new IllegalArgumentException(cases + " of " + all);
            }
        }

        double rate() {
            return (double) cases / all;
        }
    }

    /** Both groups within one stratum. */
    record Stratum(Part group, Part against) {

        /** One without anybody in one of the groups compares nothing. */
        boolean compares() {
            return group.all() > 0 && against.all() > 0;
        }

        private double weight() {
            return (double) group.all() * against.all() / (group.all() + against.all());
        }
    }

    /** @param strata of which one at least compares */
    static RateDifference of(List<Stratum> strata, double confidence) {
        var telling = strata.stream().filter(Stratum::compares).toList();
        var weights = sum(telling, Stratum::weight);
        var rate = sum(telling, s -> s.weight() * s.group().rate()) / weights;
        var against = sum(telling, s -> s.weight() * s.against().rate()) / weights;
        var below = sum(telling, s -> square(s.weight() / weights) * reach(s.group(), s.against(), confidence));
        var above = sum(telling, s -> square(s.weight() / weights) * reach(s.against(), s.group(), confidence));
        var difference = rate - against;
        return new RateDifference(rate, against, difference - Math.sqrt(below), difference + Math.sqrt(above));
    }

    /** How far the first rate may lie lower and the second higher, squared. */
    private static double reach(Part lower, Part higher, double confidence) {
        return square(lower.rate() - wilson(lower, confidence).getLowerBound())
                + square(wilson(higher, confidence).getUpperBound() - higher.rate());
    }

    private static Interval wilson(Part part, double confidence) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(part.all(), part.cases(), 1 - confidence);
    }

    double difference() {
        return rate - against;
    }

    private static double square(double number) {
        return number * number;
    }

    private static double sum(List<Stratum> strata, ToDoubleFunction<Stratum> term) {
        return strata.stream().mapToDouble(term).sum();
    }
}
