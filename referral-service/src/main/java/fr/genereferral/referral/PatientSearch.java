package fr.genereferral.referral;

import fr.genereferral.referral.ReferralRecords.ReferralSummary;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** Port to what a hospital has sent, by whom it is of. */
public interface PatientSearch {

    /**
     * The caller's own referrals under any of these marks, newest first; drafts have none. Leaves an audit row for each, and one without
     * a referral when there is none.
     */
    Uni<Found> find(Set<String> marks, Access access);

    /**
     * @param complete false when the caller has referrals that were sent before there were marks: only the list finds
     *     these
     */
    record Found(List<ReferralSummary> lines, boolean complete) {
        public Found {
            lines = List.copyOf(lines);
        }
    }
}
