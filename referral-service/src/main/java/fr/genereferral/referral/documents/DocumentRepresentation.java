package fr.genereferral.referral.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.referral.Actor;
import fr.genereferral.referral.AttachedDocument;
import fr.genereferral.referral.AttachedDocument.Removal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document without its content.
 *
 * @param name of the file; absent where none was given, this reader may not know it, the identity is erased, or it was
 *     taken back as another child's
 * @param size bytes
 * @param scan what a virus scanner has said: {@code NOT_SCANNED} where none has looked
 * @param state {@code ATTACHED} or {@code REMOVED}
 * @param readable whether its content can be read by this reader now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Document")
record DocumentRepresentation(
        UUID id,
        String name,
        String type,
        int size,
        String scan,
        String state,
        boolean readable,
        Instant attachedAt,
        By attachedBy,
        Taken removal) {

    /** For whom somebody works, and in which role; no person is named, the audit knows. */
    @Schema(name = "DocumentActor")
    record By(String organisation, String role) {
        private static By of(Actor actor) {
            return new By(actor.organisation(), actor.role());
        }
    }

    /** Why and when its hospital has taken it back. */
    @Schema(name = "DocumentTakenBack")
    record Taken(String reason, Instant at, By by) {
        private static Taken of(Removal removal) {
            return removal == null ? null : new Taken(removal.reason(), removal.at(), By.of(removal.by()));
        }
    }

    /** @param opens whether this reader may read contents, and there is a key to open them */
    static DocumentRepresentation from(AttachedDocument document, String name, boolean opens) {
        return new DocumentRepresentation(
                document.id(),
                isOfAnotherChild(document) ? null : name,
                document.type().media(),
                document.size(),
                document.scan().name(),
                document.removal() == null ? "ATTACHED" : "REMOVED",
                opens && document.kept(),
                document.at(),
                By.of(document.by()),
                Taken.of(document.removal()));
    }

    /** The name of its file may be that child's: it goes out of sight with the content, for its sender too. */
    private static boolean isOfAnotherChild(AttachedDocument document) {
        return document.removal() != null && document.removal().isOfAnotherChild();
    }
}
