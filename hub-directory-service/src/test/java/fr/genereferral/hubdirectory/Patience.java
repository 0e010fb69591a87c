package fr.genereferral.hubdirectory;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for what comes by itself: far longer than two busy cores take, for nothing is measured here. */
public final class Patience {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
