package fr.genereferral.e2e.support;

/** How much of a thing a run does: a sample in every build, all of it with {@code -Plong}. */
public final class Scale {
    private static final boolean LONG = Boolean.getBoolean("e2e.long");

    private Scale() {}

    public static boolean isLong() {
        return LONG;
    }

    /** The sample's number, or that of the long run. */
    public static int of(int sample, int whole) {
        return LONG ? whole : sample;
    }
}
