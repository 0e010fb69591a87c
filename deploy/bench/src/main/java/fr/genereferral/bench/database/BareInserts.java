package fr.genereferral.bench.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The baseline: the rows that one acknowledged POST leaves, written with nothing around them. One transaction a referral,
 * prepared statements, one a table, sent without waiting for each other; the key before the rest, in a transaction of its
 * database, as in the service: no transaction spans two databases.
 */
public final class BareInserts {
    private static final int PIPELINE = 64;

    private final List<PgConnection> rows = new ArrayList<>();
    private final List<PgConnection> keys = new ArrayList<>();
    private final List<Template> templates;
    private int turn;

    /** What is written again and again. */
    record Template(UUID original, List<Insert> rows, List<Insert> key) {}

    BareInserts(List<Template> templates) {
        this.templates = templates;
    }

    /** On the event loop that will use them. */
    Future<Void> connect(Vertx vertx, PgConnectOptions rowsDatabase, PgConnectOptions keysDatabase, int clients) {
        var opened = Future.<Void>succeededFuture();
        for (var client = 0; client < clients; client++) {
            opened = opened.compose(before -> PgConnection.connect(vertx, tuned(rowsDatabase)))
                    .onSuccess(rows::add)
                    .compose(before -> PgConnection.connect(vertx, tuned(keysDatabase)))
                    .onSuccess(keys::add)
                    .mapEmpty();
        }
        return opened;
    }

    private static PgConnectOptions tuned(PgConnectOptions options) {
        return options.setCachePreparedStatements(true).setPipeliningLimit(PIPELINE);
    }

    /** One referral by the client with that number. */
    public Future<Void> insert(int client) {
        var template = templates.get(turn++ % templates.size());
        var referral = FreshId.next();
        return transaction(keys.get(client), template.key(), referral, template.original())
                .compose(kept -> transaction(rows.get(client), template.rows(), referral, template.original()));
    }

    private static Future<Void> transaction(
            PgConnection connection, List<Insert> inserts, UUID referral, UUID original) {
        if (inserts.size() == 1) {
            // One statement is a transaction of its own.
            return inserts.get(0).send(connection, referral, original);
        }
        var sent = new ArrayList<Future<?>>();
        sent.add(connection.query("begin").execute());
        inserts.forEach(insert -> sent.add(insert.send(connection, referral, original)));
        sent.add(connection.query("commit").execute());
        return Future.all(sent).mapEmpty();
    }

    /** Rows that each referral has, over both databases. */
    public int rowsEach() {
        var first = templates.get(0);
        return first.rows().stream().mapToInt(i -> i.rows().size()).sum()
                + first.key().stream().mapToInt(i -> i.rows().size()).sum();
    }
}
