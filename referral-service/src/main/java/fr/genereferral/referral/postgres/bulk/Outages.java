package fr.genereferral.referral.postgres.bulk;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Set;

/** Tells a database that is away, or cannot serve anybody, from one that refuses what it was given. */
final class Outages {
    /** SQLSTATE classes: connection, resources, operator's intervention, system. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private Outages() {}

    static boolean isOne(Throwable failure) {
        if (failure instanceof PgException refusal) {
            return CLASSES.contains(refusal.getSqlState().substring(0, 2));
        }
        // A lost connection or a time limit; what our own code throws is another RuntimeException.
        return failure instanceof VertxException
                || failure instanceof TimeoutException
                || !(failure instanceof RuntimeException);
    }
}
