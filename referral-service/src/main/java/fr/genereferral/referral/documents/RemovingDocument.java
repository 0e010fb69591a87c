package fr.genereferral.referral.documents;

import fr.genereferral.referral.Access;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocument.Removal;
import fr.genereferral.referral.AttachedDocuments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Takes a document back. The record of it stays. What nobody else has read goes at once; what a hub may have decided by stays
 * readable, and says that it was taken back and why: but another child's document goes whoever has read it.
 */
@ApplicationScoped
class RemovingDocument {
    private final AttachedDocuments documents;

    RemovingDocument(AttachedDocuments documents) {
        this.documents = documents;
    }

    Uni<AttachedDocument> remove(UUID referral, UUID document, String reason, Access access) {
        return documents.remove(
                referral,
                document,
                reason,
                isReadElsewhere -> isReadElsewhere && !Removal.isOfAnotherChild(reason),
                access);
    }
}
