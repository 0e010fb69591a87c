package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a meeting of experts has before it.
 *
 * @param meetings those before, oldest first
 * @param assessment the last one that was received; empty where the rules have not judged yet
 */
public record CaseFile(List<Meeting> meetings, Optional<ReferralRecords.StoredAssessment> assessment) {
    public CaseFile {
        meetings = List.copyOf(meetings);
    }

    /**
     * Whether this very request has been taken already.
     *
     * @throws Refused when its key came with another body
     */
    public boolean has(IdempotencyKey request, Instant now) {
        return request.isAmong(meetings, Meeting::request, Meeting::at, now);
    }
}
