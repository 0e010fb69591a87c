package fr.genereferral.bench.database;

import fr.genereferral.bench.load.Run;
import java.time.Duration;

/**
 * The baseline: the rows that one acknowledged POST leaves, written with nothing around them. One transaction a referral,
 * prepared statements, one a table; the key before the rest, in a transaction of its database, as in the service: no
 * transaction spans two databases. Connections are opened for a run and closed after it: the server has them for the
 * services.
 */
public interface BareInserts {
    /** By which client they are sent. */
    String client();

    Run run(int clients, Duration length);
}
