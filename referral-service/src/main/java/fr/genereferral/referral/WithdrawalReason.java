package fr.genereferral.referral;

/** Why a hospital stops a referral; coded, required. */
public enum WithdrawalReason {
    FAMILY_DECISION,
    CARE_ELSEWHERE,
    CLINICAL_CHANGE,
    DECEASED,
    REFERRED_IN_ERROR,
    OTHER
}
