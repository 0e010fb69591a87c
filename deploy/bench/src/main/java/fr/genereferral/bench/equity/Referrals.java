package fr.genereferral.bench.equity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws invented children: as many as births and incidence let expect, on any day. */
final class Referrals {
    private Referrals() {}

    /**
     * The children of many years, each list with those of the years before that are not counted.
     *
     * @param seed of one generator for all: the first numbers of generators with neighbouring seeds are nearly the same
     */
    static List<List<Referral>> years(Country country, List<Disease> diseases, int years, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, years)
                .mapToObj(year -> draw(country, diseases, Year.COUNTED_FROM + Year.DAYS, random))
                .toList();
    }

    static List<Referral> draw(Country country, List<Disease> diseases, int days, Random random) {
        var drawn = new ArrayList<Referral>();
        for (var disease : diseases) {
            for (var departement : country.departements()) {
                var expected = departement.births() / disease.oneInBirths() * days / Year.DAYS;
                for (var left = poisson(expected, random); left > 0; left--) {
                    drawn.add(new Referral(disease, departement, random.nextInt(days)));
                }
            }
        }
        drawn.sort(Comparator.comparingInt(Referral::day));
        return drawn;
    }

    /** Knuth's product of uniforms: expectations are small here. */
    static int poisson(double expected, Random random) {
        var limit = Math.exp(-expected);
        var count = 0;
        for (var product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
