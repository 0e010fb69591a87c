package fr.genereferral.referral;

import fr.genereferral.referral.Duplicates.OpenCase;
import java.util.List;

/**
 * What is known of a patient's other open referrals by the national number; a hospital is told of its own alone.
 *
 * @param trace null without a national number
 * @param isThere whether an open referral of another hospital may be of the same child
 */
public record Suspicion(PatientTrace trace, boolean isThere) {

    /** Of somebody whose number is not known. */
    public static Suspicion none() {
        return new Suspicion(null, false);
    }

    /**
     * @param open every other open referral under that number
     * @throws Refused when the hospital itself has referred the child, or has called it otherwise
     */
    public static Suspicion judged(PatientTrace trace, List<OpenCase> open, String hospital) {
        open.stream().filter(one -> one.organisation().equals(hospital)).forEach(own -> refuse(trace, own));
        return new Suspicion(
                trace,
                open.stream()
                        .filter(one -> !one.organisation().equals(hospital))
                        .anyMatch(one -> one.isSame(trace) || one.trace().contradicts(trace)));
    }

    private static void refuse(PatientTrace trace, OpenCase own) {
        if (own.trace().contradicts(trace)) {
            throw Refused.because("IDENTITY_CONFLICT");
        }
        if (own.isSame(trace)) {
            throw Refused.duplicateOf(own.referralId());
        }
    }
}
