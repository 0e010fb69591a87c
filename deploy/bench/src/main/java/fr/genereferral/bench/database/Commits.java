package fr.genereferral.bench.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * When rows were committed, by the clock of the one server that holds every database. Only of rows that are never
 * changed: a row knows its last transaction. The server notes the time when it writes the commit, a flush before it answers.
 */
public final class Commits {
    private Commits() {}

    /** @param rows what follows {@code from}: a table with a referral_id, and a condition */
    public static Map<UUID, Instant> byReferral(Superuser database, String rows) {
        var commits = new HashMap<UUID, Instant>();
        database.query(
                "select referral_id, pg_xact_commit_timestamp(xmin) from " + rows,
                row -> commits.put(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant()));
        return commits;
    }

    /** In order. */
    public static List<Instant> of(Superuser database, String rows) {
        return byReferral(database, rows).values().stream().sorted().toList();
    }
}
