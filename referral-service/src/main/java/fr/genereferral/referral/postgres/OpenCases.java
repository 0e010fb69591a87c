package fr.genereferral.referral.postgres;

import fr.genereferral.referral.CaseTaken;
import fr.genereferral.referral.Duplicates;
import fr.genereferral.referral.PatientTrace;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.postgres.bulk.BulkInsert;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Open referrals by keyed hashes of whom they are of. One of a patient and disease is the first, each organisation has
 * one: both are the database's word, so that two who send at the same instant cannot both be first.
 */
@ApplicationScoped
class OpenCases implements Duplicates {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String TABLE = "open_case";

    private static final BulkInsert<NewRows> INSERT = BulkInsert.<NewRows>into(TABLE)
            .uuid("referral_id", rows -> rows.referral().id())
            .text("organisation", NewRows::organisation)
            .text("patient", rows -> rows.sent().trace().patient())
            .text("disease", rows -> rows.sent().trace().disease())
            .text("birth", rows -> rows.sent().trace().birth())
            .text("sex", rows -> rows.sent().trace().sex())
            .bool("is_first", rows -> !rows.sent().suspected());

    private static final String FIND =
            "select referral_id, organisation, patient, disease, birth, sex from open_case where patient = :patient"
                    + " order by referral_id";

    private static final String OWN =
            "select referral_id, organisation, patient, disease, birth, sex from open_case where referral_id = :id";

    private static final String ENTER =
            "insert into open_case (referral_id, organisation, patient, disease, birth, sex, is_first)"
                    + " values (:id, :organisation, :patient, :disease, :birth, nullif(:sex, ''), :first)"
                    + " on conflict do nothing";

    private final Transactions transactions;

    OpenCases(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The platform looks, not the hospital: whose the others are is not for it to know. */
    @Override
    public Uni<List<OpenCase>> of(PatientTrace trace) {
        return transactions.as(Rights.platform(), session -> session.createNativeQuery(FIND, Object[].class)
                .setParameter("patient", trace.patient())
                .getResultList()
                .map(rows -> rows.stream().map(OpenCases::openCase).toList()));
    }

    private static OpenCase openCase(Object[] row) {
        var trace = new PatientTrace((String) row[2], (String) row[3], (String) row[4], (String) row[5]);
        return new OpenCase((UUID) row[0], (String) row[1], trace);
    }

    /** In the transaction that ends them: hashes of a patient are kept no longer than there is something to compare. */
    static Uni<Void> forget(Mutiny.Session session, List<Referral> referrals) {
        var ended = referrals.stream()
                // The child of one that lives on in another is still being referred.
                .filter(referral -> referral.state().isEnd() && referral.state() != ReferralStatus.MERGED)
                .map(Referral::id)
                .toList();
        return ended.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery("delete from open_case where referral_id in (:ended)"
                                + " or referral_id in (select id from referral where superseded_by in (:ended))")
                        .setParameter("ended", ended)
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /**
     * In the transaction that corrects who the patient is.
     *
     * @param trace null where none is to be kept
     * @return whether the number is another one than was kept; fails as {@link CaseTaken} when it is another referral's by now
     */
    static Uni<Boolean> renumber(Mutiny.Session session, Referral referral, PatientTrace trace, boolean isFirst) {
        return session.createNativeQuery(OWN, Object[].class)
                .setParameter("id", referral.id())
                .getSingleResultOrNull()
                .chain(row -> isOf(row, trace)
                        ? Uni.createFrom().item(false)
                        : session.createNativeQuery("delete from open_case where referral_id = :id")
                                .setParameter("id", referral.id())
                                .executeUpdate()
                                .chain(() -> enter(session, referral, trace, isFirst))
                                .replaceWith(true));
    }

    private static boolean isOf(Object[] row, PatientTrace trace) {
        return row == null ? trace == null : openCase(row).trace().equals(trace);
    }

    /** Whoever enters the same at this instant is waited for. */
    private static Uni<Void> enter(Mutiny.Session session, Referral referral, PatientTrace trace, boolean isFirst) {
        if (trace == null) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ENTER)
                .setParameter("id", referral.id())
                .setParameter("organisation", referral.organisation())
                .setParameter("patient", trace.patient())
                .setParameter("disease", trace.disease())
                .setParameter("birth", trace.birth())
                .setParameter("sex", trace.sex() == null ? "" : trace.sex())
                .setParameter("first", isFirst)
                .executeUpdate()
                .invoke(entered -> {
                    if (entered == 0) {
                        throw new CaseTaken();
                    }
                })
                .replaceWithVoid();
    }

    static Uni<Void> insert(SqlClient transaction, List<NewRows> batch) {
        var known = batch.stream().filter(rows -> rows.sent().trace() != null).toList();
        return known.isEmpty()
                ? Uni.createFrom().voidItem()
                : INSERT.run(transaction, known).replaceWithVoid();
    }

    static boolean isTaken(Throwable failure) {
        return failure instanceof PgException refusal
                && UNIQUE_VIOLATION.equals(refusal.getSqlState())
                && TABLE.equals(refusal.getTable());
    }
}
