package fr.genereferral.hubdirectory.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens to so many children, one after the other; the same for the same seed.
 *
 * @param children one alone is offered to every hub that there is, several compete for the few places of a few
 */
record History(int children, List<Step> steps) {
    private static final int MOST_CHILDREN = 4;
    private static final int STEPS = 40;
    private static final int MORE_FOR_EACH = 10;
    /** What hubs tell before the first child comes. */
    private static final List<Kind> TOLD_BEFORE = List.of(
            Kind.TELL, Kind.TELL, Kind.TELL, Kind.TELL, Kind.TELL, Kind.TELL, Kind.REST, Kind.REST, Kind.REST,
            Kind.REST);

    static History of(long seed) {
        var random = new Random(seed);
        var children = 1 + random.nextInt(MOST_CHILDREN);
        var steps = new ArrayList<Step>();
        TOLD_BEFORE.forEach(kind -> steps.add(new Step(kind, random.nextLong())));
        for (var left = STEPS + MORE_FOR_EACH * (children - 1); left > 0; left--) {
            steps.add(new Step(Kind.drawn(random), random.nextLong()));
        }
        return new History(children, steps);
    }

    History with(List<Step> others) {
        return new History(children, others);
    }
}
