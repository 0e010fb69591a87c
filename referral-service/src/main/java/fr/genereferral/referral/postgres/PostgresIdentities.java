package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.Identities;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Rights;
import fr.genereferral.referral.SealedIdentity;
import fr.genereferral.referral.StoredReferral;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rewrites identities. What is its hospital's own is written with its rights, what is the platform's with the platform's. */
@ApplicationScoped
class PostgresIdentities implements Identities {
    private static final String FIELDS = "from IdentityFieldRow f where f.referralId = :id";

    private static final String JOINED = "select r.id from Referral r where r.joint.supersededBy = :id";

    private static final String REWRITTEN = "update referral set marked = true, compared = false,"
            + " identity_version = identity_version + 1 where id = :id";

    /** What a person has said of two is not asked again; the last word counts. */
    private static final String COMPARE_ANEW =
            "update comparison c set outdated_at = now() where (c.looked_at = :id or c.other = :id) and c.outdated_at is null"
                    + " and coalesce((select d.decision from duplicate_decision d where d.one = least(c.looked_at, c.other)"
                    + " and d.other = greatest(c.looked_at, c.other) order by d.spoken desc limit 1), 'CALLED_OFF')"
                    + " = 'CALLED_OFF'";

    /** So that nobody can keep a comparison of it meanwhile: each refers to its two, and waits. */
    private static final String SHUT = "select id from referral where id = :id for update";

    private final Transactions transactions;
    private final PostgresReferrals referrals;
    private final Clock clock;

    PostgresIdentities(Transactions transactions, PostgresReferrals referrals, Clock clock) {
        this.transactions = transactions;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** The platform looks which others live on here: some may be another hospital's. */
    @Override
    public Uni<Known> known(UUID id, Access access) {
        return transactions.as(access.rights(), session -> referrals
                .visible(session, id, access, LockModeType.NONE)
                .call(() -> transactions.become(session, Rights.platform()))
                .chain(referral -> session.find(DossierRow.class, new DossierRow.Key(id, referral.dossierVersion()))
                        .chain(dossier -> session.createQuery(JOINED, UUID.class)
                                .setParameter("id", id)
                                .getResultList()
                                .map(joined -> new Known(
                                        referral,
                                        dossier == null ? null : dossier.document(),
                                        new HashSet<>(joined))))));
    }

    @Override
    public Uni<StoredReferral> correct(UUID id, Correction correction, Access access) {
        return transactions.as(access.rights(), session -> session.createNativeQuery(SHUT, UUID.class)
                .setParameter("id", id)
                .getResultList()
                .chain(() -> referrals.visible(session, id, access, LockModeType.PESSIMISTIC_WRITE))
                .invoke(correction.permitted())
                .chain(referral -> kept(session, id)
                        .chain(kept -> correction.isKept().test(kept)
                                ? Uni.createFrom().voidItem()
                                : rewrite(session, referral, correction, access))
                        .chain(() -> referrals.stored(session, referral, access))));
    }

    private static Uni<Map<String, byte[]>> kept(Mutiny.Session session, UUID id) {
        return session.createQuery(FIELDS, IdentityFieldRow.class)
                .setParameter("id", id)
                .setReadOnly(true)
                .getResultList()
                .map(found ->
                        found.stream().collect(Collectors.toMap(IdentityFieldRow::field, IdentityFieldRow::sealed)));
    }

    private Uni<Void> rewrite(Mutiny.Session session, Referral referral, Correction correction, Access access) {
        var suspicion = correction.suspicion();
        return store(session, referral, correction.identity())
                .chain(() -> OpenCases.renumber(session, referral, suspicion.trace(), correction.isFirst()))
                .invoke(isAnother -> referral.identityCorrected(
                        correction.reason(), isAnother && suspicion.isThere(), access.by(), clock.instant()))
                .chain(() -> transactions.become(session, Rights.platform()))
                .chain(() -> compareAnew(session, referral.id()));
    }

    private static Uni<Void> store(Mutiny.Session session, Referral referral, SealedIdentity identity) {
        var id = referral.id();
        var fields = identity.fields().entrySet().stream()
                .map(field -> new IdentityFieldRow(id, field.getKey(), field.getValue()))
                .toList();
        var marks = identity.marks().stream()
                .map(mark -> new PatientMarkRow(id, mark, referral.organisation()))
                .toList();
        return run(session, "delete from identity_field where referral_id = :id", id)
                .chain(() -> IdentityFieldRow.INSERT.run(session, fields))
                .chain(() -> run(session, "delete from patient_mark where referral_id = :id", id))
                .chain(() -> PatientMarkRow.INSERT.run(session, marks))
                .chain(() -> run(session, REWRITTEN, id));
    }

    /** What it was compared by is gone at once: nobody is found by it meanwhile. */
    private static Uni<Void> compareAnew(Mutiny.Session session, UUID id) {
        return run(session, "delete from likeness_mark where referral_id = :id", id)
                .chain(() -> run(session, COMPARE_ANEW, id));
    }

    private static Uni<Void> run(Mutiny.Session session, String statement, UUID id) {
        return session.createNativeQuery(statement)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }
}
