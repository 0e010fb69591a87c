package fr.genereferral.referral;

/** Why one of several contradicting statements holds; coded, required. */
public enum SettlementReason {
    CONFIRMED_ON_SECOND_SAMPLE,
    MORE_RELIABLE_METHOD,
    SAMPLE_MIX_UP,
    TRANSCRIPTION_ERROR,
    EXPERT_REVIEW,
    OTHER
}
