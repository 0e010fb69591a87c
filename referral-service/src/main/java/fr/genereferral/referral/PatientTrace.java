package fr.genereferral.referral;

import java.util.Objects;

/**
 * What tells that two referrals are of one patient, and nothing else of him: keyed hashes, each of the national number
 * with something beside it, so that the hashes of two patients have nothing in common.
 *
 * @param patient of the number alone
 * @param disease of the number and the referred disease
 * @param birth of the number and the day of birth
 * @param sex of the number and the sex; null when it is not known
 */
public record PatientTrace(String patient, String disease, String birth, String sex) {

    /** One number with two days of birth, or two sexes: one of the two identities is wrong. */
    public boolean contradicts(PatientTrace other) {
        return patient.equals(other.patient)
                && (!birth.equals(other.birth) || sex != null && other.sex != null && !Objects.equals(sex, other.sex));
    }

    @Override
    public String toString() {
        return "PatientTrace[redacted]";
    }
}
