package fr.genereferral.e2e.support;

import java.util.Random;

/** Where the chance of a run comes from: printed, and given back with {@code -De2e.seed=N} to run the same again. */
public final class Seed {
    private static final long VALUE = Long.getLong("e2e.seed", System.nanoTime());

    static {
        System.out.println("e2e.seed=" + VALUE);
    }

    private Seed() {}

    /** A source of its own for each use, so that one test's draws do not depend on another's. */
    public static Random random(String use) {
        return new Random(VALUE * 31 + use.hashCode());
    }
}
