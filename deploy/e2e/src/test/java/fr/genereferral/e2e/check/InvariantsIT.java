package fr.genereferral.e2e.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.load.Load;
import fr.genereferral.e2e.support.RunningSystem;
import org.junit.jupiter.api.Test;

/** The checker where nothing is broken; what it says of a broken platform is tried with planted bugs. */
class InvariantsIT {
    private static final int POSTS = 60;

    @Test
    void holdWhenNothingIsBroken() {
        var book = new ClientBook();
        try (var load = new Load(RunningSystem.system(), book).start(POSTS)) {
            load.await();
        }

        assertEquals(POSTS, book.acknowledged().count());
        Invariants.check(RunningSystem.system(), book);
    }
}
