package fr.genereferral.hubdirectory;

import java.time.LocalDate;

/** An entry of the directory has changed; effective on a day that may lie in the past or in the future. */
public record HubChanged(String hub, long sequence, Change change, String therapy, LocalDate effectiveOn)
        implements HubEvent {

    /** What has changed. */
    public enum Change {
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
