package fr.genereferral.bench.database;

import fr.genereferral.bench.load.ClosedLoop;
import fr.genereferral.bench.load.Run;
import fr.genereferral.bench.load.Sender;
import fr.genereferral.local.Database;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Through the Vert.x client on one event loop, the statements of a transaction sent without waiting for each other. */
final class PipelinedInserts implements BareInserts {
    private static final int PIPELINE = 64;

    private final Sender sender;
    private final List<Template> templates;
    private final PgConnectOptions rowsDatabase;
    private final PgConnectOptions keysDatabase;
    private final List<PgConnection> rows = new ArrayList<>();
    private final List<PgConnection> keys = new ArrayList<>();
    private int turn;

    PipelinedInserts(Sender sender, List<Template> templates, Database referral, Database keys) {
        this.sender = sender;
        this.templates = templates;
        rowsDatabase = options(referral);
        keysDatabase = options(keys);
    }

    private static PgConnectOptions options(Database database) {
        return new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.name())
                .setUser(Superuser.ROLE)
                .setCachePreparedStatements(true)
                .setPipeliningLimit(PIPELINE);
    }

    @Override
    public String client() {
        return "Vert.x client, pipelined";
    }

    @Override
    public Run run(int clients, Duration length) {
        sender.onLoop(() -> open(clients));
        var run = ClosedLoop.run(sender.loop(), clients, length, this::insert);
        sender.onLoop(this::close);
        return run;
    }

    private Future<Void> open(int clients) {
        var opened = Future.<Void>succeededFuture();
        for (var client = 0; client < clients; client++) {
            opened = opened.compose(before -> PgConnection.connect(sender.vertx(), rowsDatabase))
                    .onSuccess(rows::add)
                    .compose(before -> PgConnection.connect(sender.vertx(), keysDatabase))
                    .onSuccess(keys::add)
                    .mapEmpty();
        }
        return opened;
    }

    private Future<Void> close() {
        var closed = Stream.concat(rows.stream(), keys.stream())
                .map(PgConnection::close)
                .toList();
        rows.clear();
        keys.clear();
        return Future.all(closed).mapEmpty();
    }

    private Future<Void> insert(int client) {
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
}
