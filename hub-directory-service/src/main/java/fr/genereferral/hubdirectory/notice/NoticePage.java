package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.Notice;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was told after a place.
 *
 * @param next where to go on from the next time
 * @param reset true where what came before is not told: the worklist is to be read (again)
 */
@Schema(name = "NoticePage")
record NoticePage(List<NoticeRepresentation> items, long next, boolean reset) {

    /** @param notices at least one */
    static NoticePage of(List<Notice> notices) {
        return new NoticePage(
                notices.stream().map(NoticeRepresentation::of).toList(),
                notices.get(notices.size() - 1).number(),
                false);
    }
}
