package fr.genereferral.referral.postgres;

import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocuments.Pieces;
import fr.genereferral.referral.IdentityAltered;
import fr.genereferral.referral.Referral;
import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Contents, one piece after the other in the caller's transaction, so that one piece at most is in memory. What is done with
 * a piece beside the database is done on a thread that may wait; the session stays where it is.
 */
@ApplicationScoped
class DocumentPieces {
    private static final String ONE =
            "select c.sealed from DocumentChunkRow c where c.documentId = :id and c.number = :number";
    private static final String THERE = "select count(d.id) from DocumentRow d where d.id = :id";
    private static final String ANY = "select count(c.number) from DocumentChunkRow c where c.documentId = :id";

    private final Vertx vertx;

    DocumentPieces(Vertx vertx) {
        this.vertx = vertx;
    }

    Uni<Void> write(Mutiny.Session session, AttachedDocument document, IntFunction<byte[]> pieces) {
        return Multi.createFrom()
                .range(0, document.chunks())
                .onItem()
                .transformToUniAndConcatenate(number -> aside(() -> pieces.apply(number))
                        .chain(piece -> insert(session, new DocumentChunkRow(document.id(), number, piece))))
                .onItem()
                .ignoreAsUni();
    }

    /** The session would hold on to all of them until its end. */
    private static Uni<Void> insert(Mutiny.Session session, DocumentChunkRow piece) {
        return session.persist(piece)
                .chain(session::flush)
                .invoke(() -> session.detach(piece))
                .replaceWithVoid();
    }

    /**
     * Fails as {@link IdentityAltered} where a piece is missing, and as refused where the document was taken back, or is this
     * reader's no more, for an offer has ended: both may happen while it is read.
     */
    Uni<Void> read(Mutiny.Session session, Referral referral, AttachedDocument document, Pieces pieces) {
        return Multi.createFrom()
                .range(0, document.chunks())
                .onItem()
                .transformToUniAndConcatenate(number -> session.createQuery(ONE, byte[].class)
                        .setParameter("id", document.id())
                        .setParameter("number", number)
                        .getSingleResultOrNull()
                        .onItem()
                        .ifNull()
                        .switchTo(() -> missing(session, referral, document))
                        .chain(piece -> aside(() -> {
                            pieces.take(document, number, piece);
                            return null;
                        })))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<byte[]> missing(Mutiny.Session session, Referral referral, AttachedDocument document) {
        return count(session, THERE, document)
                .invoke(seen -> {
                    if (seen == 0) {
                        throw Refused.notFound();
                    }
                })
                .chain(() -> count(session, ANY, document))
                .chain(left -> session.find(DocumentRemovalRow.class, document.id())
                        .map(removal -> removal != null || !referral.isSent() && left == 0))
                .map(gone -> {
                    throw gone
                            ? Refused.because("DOCUMENT_REMOVED")
                            : new IdentityAltered(referral.id(), AttachedDocument.place(document.id()));
                });
    }

    /** Asked of the database anew: what the session has of it may be seen no more. */
    private static Uni<Long> count(Mutiny.Session session, String query, AttachedDocument document) {
        return session.createQuery(query, Long.class)
                .setParameter("id", document.id())
                .getSingleResult();
    }

    static Uni<Void> drop(Mutiny.Session session, UUID document) {
        return session.createMutationQuery("delete from DocumentChunkRow c where c.documentId = :id")
                .setParameter("id", document)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Of everything that was attached to these. */
    static Uni<Void> dropAll(Mutiny.Session session, List<UUID> referrals) {
        return session.createMutationQuery("delete from DocumentChunkRow c where c.documentId in"
                        + " (select d.id from DocumentRow d where d.referralId in :referrals)")
                .setParameter("referrals", referrals)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** And back to the thread of the session. */
    private <T> Uni<T> aside(Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work).toCompletionStage());
    }
}
