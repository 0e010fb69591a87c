package fr.genereferral.hubdirectory;

import java.time.LocalDate;
import java.util.Map;

/**
 * What somebody wants of an entry.
 *
 * @param wanted the fields to set, null to say that a value is no longer known; what is not named stays
 * @param effectiveOn since when it is true
 * @param version the version that it was decided from; null when whatever stands there shall be changed
 */
public record HubEdit(Map<HubField, String> wanted, LocalDate effectiveOn, Long version) {

    void mustBeFor(long current) {
        if (version != null && version != current) {
            throw Refused.because("STALE");
        }
    }

    /** Whether the hub shall take nobody any longer. */
    public boolean closes() {
        return "false".equals(wanted.get(HubField.OPEN));
    }
}
