package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Pair;
import fr.genereferral.referral.Pair.Conclusion;
import fr.genereferral.referral.Pair.Side;
import fr.genereferral.referral.Pair.Word;
import fr.genereferral.referral.ReferralStatus;
import io.vertx.mutiny.sqlclient.Row;

/** Reads a pair from what a statement of {@link KnownPairs} finds. */
final class PairOfRow {
    private PairOfRow() {}

    static Pair read(Row row) {
        return new Pair(
                side(row, "one", "a_"),
                side(row, "other", "b_"),
                row.getOffsetDateTime("since").toInstant(),
                row.getBoolean("by_number"),
                row.getString("outcome"),
                row.getString("agreements"),
                row.getBoolean("waits"),
                word(row));
    }

    private static Side side(Row row, String id, String column) {
        return new Side(
                row.getUUID(id),
                row.getString(column + "reference"),
                row.getString(column + "organisation"),
                ReferralStatus.valueOf(row.getString(column + "state")),
                row.getOffsetDateTime(column + "clock").toInstant(),
                row.getBoolean(column + "busy"),
                row.getBoolean(column + "joined"),
                row.getUUID(column + "in"));
    }

    private static Word word(Row row) {
        return row.getString("decision") == null
                ? null
                : new Word(
                        Conclusion.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("by_organisation"),
                        row.getString("by_role"));
    }
}
