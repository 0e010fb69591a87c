package fr.genereferral.referral.postgres;

import fr.genereferral.referral.outbox.Outbox;
import fr.genereferral.referral.postgres.bulk.BulkStatement;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What referrals have from the instant they are sent, whether they are new or were drafts before. */
@ApplicationScoped
class SentRows {
    private final Outbox outbox;

    SentRows(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @return the statement with those columns of a referral's own row that are known when it is sent */
    static <S extends BulkStatement<NewRows, S>> S columns(S statement) {
        return statement
                .text("state", rows -> rows.referral().state().name())
                .bigint("version", rows -> rows.referral().version())
                .integer("dossier_version", rows -> rows.referral().dossierVersion())
                .text(
                        "therapies_sought",
                        rows -> JsonColumn.write(rows.referral().therapiesSought()))
                .date("birthdate", rows -> rows.sent().facts().birthDate())
                .text("residencedepartement", rows -> rows.sent().facts().residenceDepartement())
                .text("followedby", rows -> rows.sent().facts().followedBy())
                .numeric("weightkg", rows -> rows.sent().facts().weightKg())
                .text("family_wishes", rows -> JsonColumn.write(rows.sent().wishes()))
                .instant("clock_started_at", rows -> rows.referral().clockStartedAt())
                .instant("updated_at", rows -> rows.referral().updatedAt())
                .bool("marked", rows -> true);
    }

    /** Beside their own rows: they may go to the database in the same breath. */
    Uni<Void> beside(SqlClient transaction, List<NewRows> batch) {
        return Uni.join()
                .all(
                        DossierRow.INSERT.run(transaction, each(batch, NewRows::dossierRow)),
                        IdentityFieldRow.INSERT.run(transaction, all(batch, NewRows::identityRows)),
                        PatientMarkRow.INSERT.run(transaction, all(batch, NewRows::markRows)),
                        TimelineRow.INSERT.run(transaction, all(batch, NewRows::timelineRows)),
                        AuditRow.INSERT.run(transaction, each(batch, NewRows::auditRow)))
                .andFailFast()
                .replaceWithVoid();
    }

    /** When the rest is written: fails when a child is another's by now. */
    Uni<Void> last(SqlClient transaction, List<NewRows> batch) {
        return OpenCases.insert(transaction, batch)
                .chain(() -> outbox.append(transaction, all(batch, rows -> rows.changes().stream())));
    }

    private static <T> List<T> each(List<NewRows> batch, Function<NewRows, T> row) {
        return batch.stream().map(row).toList();
    }

    static <T> List<T> all(List<NewRows> batch, Function<NewRows, Stream<T>> rows) {
        return batch.stream().flatMap(rows).toList();
    }
}
