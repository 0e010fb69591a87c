package fr.genereferral.bench.database;

import fr.genereferral.bench.load.Waiting;
import fr.genereferral.local.Database;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes the baseline out of what POSTs have just left in the database of referrals and in that of their keys. */
public final class Baseline {
    private final Database referral;
    private final Database keys;

    public Baseline(Database referral, Database keys) {
        this.referral = referral;
        this.keys = keys;
    }

    /** @param referrals acknowledged since the tables were emptied, with no consumer at work */
    public BareInserts of(List<UUID> referrals, Vertx vertx, Context loop, int clients) {
        var rows = capture(referral, referrals);
        var wrapped = capture(keys, referrals);
        var templates = IntStream.range(0, referrals.size())
                .mapToObj(
                        i -> new BareInserts.Template(referrals.get(i), inserts(rows.get(i)), inserts(wrapped.get(i))))
                .toList();
        var inserts = new BareInserts(templates);
        var opened = Promise.<Void>promise();
        loop.runOnContext(start -> inserts.connect(vertx, options(referral), options(keys), clients)
                .onComplete(opened));
        Waiting.on(opened.future());
        return inserts;
    }

    private static List<StoredReferral> capture(Database database, List<UUID> referrals) {
        var superuser = new Superuser(database);
        var captured = new Capture(superuser).of(referrals);
        new BaselineSchema(superuser)
                .create(captured.get(0).rows().keySet().stream().toList());
        return captured;
    }

    private static List<Insert> inserts(StoredReferral referral) {
        return referral.rows().entrySet().stream()
                .map(table -> Insert.into(table.getKey(), table.getValue()))
                .toList();
    }

    private static PgConnectOptions options(Database database) {
        return new PgConnectOptions()
                .setHost(database.host())
                .setPort(database.port())
                .setDatabase(database.name())
                .setUser("postgres");
    }
}
