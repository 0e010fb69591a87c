package fr.genereferral.referral.postgres;

import fr.genereferral.referral.DraftOvertaken;
import fr.genereferral.referral.outbox.Outbox;
import fr.genereferral.referral.postgres.bulk.BulkUpdate;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes what a referral becomes by being sent that was a draft before: all that a new one has, beside the row that is there. */
@ApplicationScoped
class SentDrafts {
    private static final BulkUpdate<NewRows> SENT = BulkUpdate.<NewRows>of("referral")
            .uuid("id", rows -> rows.referral().id())
            .text("state", rows -> rows.referral().state().name())
            .bigint("version", rows -> rows.referral().version())
            .integer("dossier_version", rows -> rows.referral().dossierVersion())
            .text("therapies_sought", rows -> JsonColumn.write(rows.referral().therapiesSought()))
            .date("birthdate", rows -> rows.sent().facts().birthDate())
            .text("residencedepartement", rows -> rows.sent().facts().residenceDepartement())
            .text("followedby", rows -> rows.sent().facts().followedBy())
            .numeric("weightkg", rows -> rows.sent().facts().weightKg())
            .text("family_wishes", rows -> JsonColumn.write(rows.sent().wishes()))
            .instant("clock_started_at", rows -> rows.referral().clockStartedAt())
            .instant("updated_at", rows -> rows.referral().updatedAt())
            .bool("marked", rows -> true)
            .where("kept.state = 'DRAFT'");

    private final Outbox outbox;

    SentDrafts(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Fails as {@link DraftOvertaken} when it is no draft any more. */
    Uni<Void> write(SqlClient transaction, NewRows rows) {
        return SENT.run(transaction, List.of(rows))
                .invoke(written -> {
                    if (written != 1) {
                        throw new DraftOvertaken();
                    }
                })
                .chain(() -> DossierRow.INSERT.run(transaction, List.of(rows.dossierRow())))
                .chain(() -> IdentityFieldRow.INSERT.run(
                        transaction, rows.identityRows().toList()))
                .chain(() ->
                        PatientMarkRow.INSERT.run(transaction, rows.markRows().toList()))
                .chain(() ->
                        TimelineRow.INSERT.run(transaction, rows.timelineRows().toList()))
                .chain(() -> AuditRow.INSERT.run(transaction, List.of(rows.auditRow())))
                .chain(() -> OpenCases.insert(transaction, List.of(rows)))
                .chain(() -> outbox.append(transaction, rows.changes()));
    }
}
