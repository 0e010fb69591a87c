package fr.genereferral.referral.postgres;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocument.Removal;
import fr.genereferral.referral.AttachedDocuments;
import fr.genereferral.referral.HeldDocuments;
import fr.genereferral.referral.IdempotencyKey;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.hibernate.reactive.mutiny.Mutiny;

/** Documents over Hibernate Reactive: rows in {@link DocumentRows}, contents in {@link DocumentPieces}. */
@ApplicationScoped
class PostgresAttachedDocuments implements AttachedDocuments {
    private static final String VISIBLE = "from Referral r where r.id = :id and (:national = true or exists"
            + " (select 1 from AccessRow a where a.referralId = r.id and a.organisation = :organisation"
            + " and a.until is null)) and (:national = false or r.clockStartedAt is not null)";

    private final Transactions transactions;
    private final DocumentPieces contents;
    private final Clock clock;

    PostgresAttachedDocuments(Transactions transactions, DocumentPieces contents, Clock clock) {
        this.transactions = transactions;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public Uni<HeldDocuments> of(UUID referral, Access access) {
        return transactions.as(access.rights(), session -> held(session, referral, access, LockModeType.NONE)
                .call(held -> session.persist(new AuditRow(referral, access, clock.instant()))));
    }

    @Override
    public Uni<HeldDocuments> beside(UUID referral, Access access) {
        return transactions.as(access.rights(), session -> held(session, referral, access, LockModeType.NONE));
    }

    @Override
    public Uni<Void> demandRoom(UUID referral, IdempotencyKey request, Access access) {
        return beside(referral, access)
                .invoke(held -> held.demandRoom(request, access.by(), now()))
                .replaceWithVoid();
    }

    @Override
    public Uni<AttachedDocument> attach(AttachedDocument fresh, IntFunction<byte[]> pieces, Access access) {
        return transactions.as(
                access.rights(), session -> held(session, fresh.referral(), access, LockModeType.PESSIMISTIC_WRITE)
                        .chain(held -> held.instead(fresh)
                                .map(there -> Uni.createFrom().item(there))
                                .orElseGet(() -> stored(session, held.referral(), fresh, pieces)))
                        .call(attached -> audited(session, attached, access)));
    }

    /**
     * The document first: the policies of its pieces ask for it. When the referral was changed is told under its lock, for
     * whoever follows the lists by it would pass over what is from before.
     */
    private Uni<AttachedDocument> stored(
            Mutiny.Session session, Referral referral, AttachedDocument fresh, IntFunction<byte[]> pieces) {
        referral.saved(now());
        return session.persist(new DocumentRow(fresh))
                .chain(session::flush)
                .chain(() -> contents.write(session, fresh, pieces))
                .replaceWith(fresh);
    }

    @Override
    public Uni<AttachedDocument> open(UUID referral, UUID document, Pieces pieces, Access access) {
        return transactions.as(access.rights(), session -> held(session, referral, access, LockModeType.NONE)
                .chain(held -> {
                    var found = held.known(document);
                    return session.persist(new DocumentReadingRow(document, access.by(), now()))
                            .call(() -> audited(session, found, access))
                            .chain(() -> contents.read(session, held.referral(), found, pieces))
                            .replaceWith(found);
                }));
    }

    @Override
    public Uni<AttachedDocument> remove(
            UUID referral, UUID document, String reason, Predicate<Boolean> keeping, Access access) {
        return transactions.as(access.rights(), session -> held(
                        session, referral, access, LockModeType.PESSIMISTIC_WRITE)
                .chain(held -> {
                    var found = held.toRemove(document, access.by());
                    var removal = new Removal(reason, now(), access.by());
                    held.referral().saved(removal.at());
                    return session.persist(new DocumentRemovalRow(document, removal))
                            .chain(() -> DocumentRows.isReadElsewhere(session, found))
                            .map(elsewhere -> found.removed(removal, keeping.test(elsewhere)));
                })
                .call(removed -> removed.kept() ? Uni.createFrom().voidItem() : DocumentPieces.drop(session, document))
                .call(removed -> audited(session, removed, access)));
    }

    private static Uni<HeldDocuments> held(Mutiny.Session session, UUID id, Access access, LockModeType lock) {
        return session.createQuery(VISIBLE, Referral.class)
                .setParameter("id", id)
                .setParameter("national", access.rights().isNational())
                .setParameter("organisation", access.by().organisation())
                .setLockMode(lock)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Refused::notFound)
                .chain(referral ->
                        DocumentRows.of(session, id).map(documents -> new HeldDocuments(referral, documents)));
    }

    private Uni<Void> audited(Mutiny.Session session, AttachedDocument document, Access access) {
        return session.persist(AuditRow.ofDocument(document.referral(), document.id(), access, clock.instant()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
