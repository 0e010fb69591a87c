package fr.genereferral.referral;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** Port to the open referrals by whom they are of. */
public interface Duplicates {

    /** Every open referral of this patient, whoever sent it. */
    Uni<List<OpenCase>> of(PatientTrace patient);

    /** An open referral of a patient whose number is known. */
    record OpenCase(UUID referralId, String organisation, PatientTrace trace) {

        /** Whether it is of this patient and disease. */
        public boolean isSame(PatientTrace other) {
            return trace.disease().equals(other.disease());
        }
    }
}
