package fr.genereferral.hubdirectory.histories;

import java.util.function.Supplier;

/** A law that does not hold. */
final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final Law law;

    Broken(Law law, String how) {
        super(law + ": " + how);
        this.law = law;
    }

    Law law() {
        return law;
    }

    /** @param how words only for what is broken: to write them each time would take longer than to look */
    static void unless(boolean holds, Law law, Supplier<?> how) {
        if (!holds) {
            throw new Broken(law, String.valueOf(how.get()));
        }
    }
}
