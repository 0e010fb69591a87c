package fr.genereferral.hubdirectory.notice;

import fr.genereferral.hubdirectory.Notice;
import java.util.Locale;

/**
 * What goes down a stream.
 *
 * @param id where a reader goes on from; null where it has come no further
 * @param name of the event; null for a sign of life
 */
record Signal(Long id, String name, Object data) {
    static final Signal ALIVE = new Signal(null, null, null);

    /** Where the worklist is to be read (again), for what was before is not told. */
    record Again(String href) {}

    static Signal of(Notice notice) {
        return new Signal(
                notice.number(), notice.kind().name().toLowerCase(Locale.ROOT), NoticeRepresentation.of(notice));
    }

    /** @param last what is told from here on comes after it */
    static Signal reset(long last) {
        return new Signal(last, "reset", new Again("/v1/worklist"));
    }
}
