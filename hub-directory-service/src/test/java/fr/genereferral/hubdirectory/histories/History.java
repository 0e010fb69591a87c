package fr.genereferral.hubdirectory.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What happens to a child, one after the other; the same for the same seed. */
record History(List<Step> steps) {
    private static final int STEPS = 40;

    static History of(long seed) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        for (var left = STEPS; left > 0; left--) {
            steps.add(new Step(Kind.drawn(random), random.nextLong()));
        }
        return new History(steps);
    }
}
