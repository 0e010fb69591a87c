package fr.genereferral.hubdirectory.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.genereferral.hubdirectory.Notice;
import fr.genereferral.hubdirectory.NoticeKind;
import fr.genereferral.hubdirectory.OfferState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What has happened to an offer, as it stood then: nothing about the child.
 *
 * @param dueAt until when an answer is asked for; absent once none is
 * @param href where the offer is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Notice")
record NoticeRepresentation(
        long id, UUID offerId, NoticeKind kind, OfferState state, Instant dueAt, Instant notedAt, String href) {

    static NoticeRepresentation of(Notice notice) {
        return new NoticeRepresentation(
                notice.number(),
                notice.offer(),
                notice.kind(),
                notice.state(),
                notice.dueAt(),
                notice.notedAt(),
                "/v1/offers/" + notice.offer());
    }
}
