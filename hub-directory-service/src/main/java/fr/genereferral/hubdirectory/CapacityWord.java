package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.Map;

/** One word on what a hub can do. It is kept as it was said: a later one takes its place and does not remove it. */
public interface CapacityWord {
    /** Null when it is about every therapy. */
    String therapy();

    /** Since when, or until when, it is true. */
    LocalDate effectiveOn();

    /** By name, for the history. */
    Map<String, Object> values();
}
