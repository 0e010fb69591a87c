package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.List;

/**
 * An entry of the directory has changed; effective on a day that may lie in the past or in the future.
 *
 * @param fields names of what has changed
 */
public record HubChanged(
        String hub, long sequence, Change change, String therapy, LocalDate effectiveOn, List<String> fields)
        implements HubEvent {

    /** What has changed. */
    public enum Change {
        /** An entry is new, or what is registered of it has changed. */
        REGISTERED,
        ACCREDITED,
        ACCREDITATION_ENDED,
        OPENED,
        CLOSED
    }

    @Override
    public String key() {
        return hub;
    }
}
