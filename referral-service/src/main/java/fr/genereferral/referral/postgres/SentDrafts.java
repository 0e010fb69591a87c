package fr.genereferral.referral.postgres;

import fr.genereferral.referral.DraftOvertaken;
import fr.genereferral.referral.postgres.bulk.BulkUpdate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes what a referral becomes by being sent that was a draft before: all that a new one has, beside the row that is there. */
@ApplicationScoped
class SentDrafts {
    private static final BulkUpdate<NewRows> SENT = SentRows.columns(BulkUpdate.<NewRows>of("referral")
                    .uuid("id", rows -> rows.referral().id()))
            .where("kept.state = 'DRAFT'");

    private final SentRows sent;

    SentDrafts(SentRows sent) {
        this.sent = sent;
    }

    /** Fails as {@link DraftOvertaken} when it is no draft any more. */
    Uni<Void> write(SqlClient transaction, NewRows rows) {
        var one = List.of(rows);
        return SENT.run(transaction, one)
                .invoke(written -> {
                    if (written != 1) {
                        throw new DraftOvertaken();
                    }
                })
                .chain(() -> sent.beside(transaction, one))
                .chain(() -> sent.last(transaction, one));
    }
}
