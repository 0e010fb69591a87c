package fr.genereferral.hubdirectory.postgres;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * By what one sees that some of the directory has changed, whichever instance did it: the sum over its rows of who has
 * written each and, as one may write a row twice, where it lies. A transaction that has changed some itself finds a mark that
 * nobody else does before it ends, nor ever where it ends in vain. What is not among the rows only a migration changes.
 *
 * @param geography imports of travel times, each with its legs, and sites
 * @param hubs and what they may do
 * @param capacities of the day too: what is over is left out
 * @param seenAt the database's clock; what is then read may be younger by the time that this takes
 */
record DirectoryMarks(String geography, String hubs, String capacities, Instant seenAt) {
    private static final String ROWS = "(select sum(hashtextextended(concat(xmin, ctid), 0)) from %s)";
    private static final String ALL = "select concat(" + rows("travel_import") + ", ' ', "
            + rows("place") + "),"
            + " concat(" + rows("hub") + ", ' ', " + rows("accreditation") + "),"
            + " concat(current_date, ' ', " + rows("capacity") + ", ' ', " + rows("capacity_pause") + ", ' ', "
            + rows("capacity_pause_end") + ", ' ', "
            + rows("slot where freed_at is null and week > current_date - 14") + "), "
            + "cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";

    private static String rows(String table) {
        return ROWS.formatted(table);
    }

    static Uni<DirectoryMarks> of(Mutiny.Session session) {
        return session.createNativeQuery(ALL, Object[].class)
                .getSingleResult()
                .map(row ->
                        new DirectoryMarks((String) row[0], (String) row[1], (String) row[2], instant((Long) row[3])));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
