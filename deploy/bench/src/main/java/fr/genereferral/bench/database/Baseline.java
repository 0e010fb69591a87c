package fr.genereferral.bench.database;

import fr.genereferral.bench.load.Sender;
import fr.genereferral.local.Database;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes the baseline out of what POSTs have just left in the database of referrals and in that of their keys. */
public final class Baseline {
    private final int rowsEach;
    private final List<BareInserts> ways;

    /** @param referrals acknowledged since the tables were emptied, with no consumer at work */
    public Baseline(Sender sender, Database referral, Database keys, List<UUID> referrals) {
        var rows = capture(referral, referrals);
        var wrapped = capture(keys, referrals);
        var templates = IntStream.range(0, referrals.size())
                .mapToObj(i -> new Template(referrals.get(i), inserts(rows.get(i)), inserts(wrapped.get(i))))
                .toList();
        rowsEach = templates.get(0).rowsEach();
        ways = List.of(
                new PipelinedInserts(sender, templates, referral, keys), new JdbcInserts(templates, referral, keys));
    }

    /** Which is faster depends on the machine: both are tried. */
    public List<BareInserts> ways() {
        return ways;
    }

    /** Rows that each referral has, over both databases. */
    public int rowsEach() {
        return rowsEach;
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
}
