package fr.genereferral.referral.postgres;

import fr.genereferral.referral.AttachedDocument;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The documents of a referral without their contents, in the caller's transaction. */
final class DocumentRows {
    private static final String ALL = "select d, r, (select count(c.number) from DocumentChunkRow c"
            + " where c.documentId = d.id and c.number = 0) from DocumentRow d"
            + " left join DocumentRemovalRow r on r.documentId = d.id where d.referralId = :id order by d.at, d.id";

    private DocumentRows() {}

    /** Oldest first. */
    static Uni<List<AttachedDocument>> of(Mutiny.Session session, UUID referral) {
        return session.createQuery(ALL, Object[].class)
                .setParameter("id", referral)
                .getResultList()
                .map(rows -> rows.stream().map(DocumentRows::document).toList());
    }

    private static AttachedDocument document(Object[] row) {
        return ((DocumentRow) row[0]).document((Long) row[2] > 0, (DocumentRemovalRow) row[1]);
    }

    /** Whether anybody has read it for whom its hospital does not speak. */
    static Uni<Boolean> isReadElsewhere(Mutiny.Session session, AttachedDocument document) {
        return session.createQuery(
                        "select count(r) from DocumentReadingRow r where r.documentId = :id and r.organisation <> :own",
                        Long.class)
                .setParameter("id", document.id())
                .setParameter("own", document.by().organisation())
                .getSingleResult()
                .map(count -> count > 0);
    }
}
