package fr.genereferral.bench.equity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Draws invented children: as many as births and incidence let expect, on any day. */
final class Referrals {
    private Referrals() {}

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
