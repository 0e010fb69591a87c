package fr.genereferral.bench.scenario;

import fr.genereferral.bench.Bed;
import fr.genereferral.bench.database.BaselineSchema;
import fr.genereferral.bench.database.Superuser;
import fr.genereferral.bench.load.Run;
import java.util.List;
import java.util.Map;

/** What intake writes, in its two databases: emptied between rounds, counted after each. */
final class IntakeTables {
    /** One row each for an acknowledged referral, whatever happens to it later. */
    private static final Map<String, String> ONE_EACH = Map.of(
            "referral", "select count(*) from referral",
            "dossier", "select count(*) from dossier where version = 1",
            "idempotency", "select count(*) from idempotency",
            "outbox", "select count(*) from outbox where type like 'ReferralSubmitted%'",
            "audit", "select count(distinct referral_id) from audit",
            "timeline", "select count(*) from timeline where version = 1");

    private final Superuser referral;
    private final Superuser keys;

    IntakeTables(Bed bed) {
        referral = bed.database("referral");
        keys = bed.database("referral_keys");
    }

    /** Every round begins on empty tables and just after a checkpoint: none is in the middle of a round by chance. */
    void empty() {
        empty(referral);
        empty(keys);
        referral.execute("checkpoint");
    }

    private static void empty(Superuser database) {
        database.execute("truncate " + String.join(", ", database.tables()));
        var copies = database.query(
                "select schemaname || '.' || tablename from pg_tables where schemaname = '" + BaselineSchema.NAME + "'",
                row -> row.getString(1));
        if (!copies.isEmpty()) {
            database.execute("truncate " + String.join(", ", copies));
        }
    }

    /** A fast server that answers errors, or forgets, wins every bench: so it is asked what it has. */
    void demandStored(Run run) {
        run.demandNoneRefused();
        ONE_EACH.forEach((what, question) -> demand(what, run.acknowledged(), referral.count(question)));
        demand("referral_key", run.acknowledged(), keys.count("select count(*) from referral_key"));
    }

    void demandInserted(Run run) {
        run.demandNoneRefused();
        for (var table : List.of("referral", "idempotency", "outbox")) {
            demand("baseline." + table, run.acknowledged(), referral.count("select count(*) from baseline." + table));
        }
        demand("baseline.referral_key", run.acknowledged(), keys.count("select count(*) from baseline.referral_key"));
    }

    private static void demand(String what, long acknowledged, long stored) {
        if (acknowledged != stored) {
            throw new IllegalStateException("%s: %d acknowledged, %d stored".formatted(what, acknowledged, stored));
        }
    }
}
