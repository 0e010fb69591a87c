package fr.genereferral.referral.questions;

/**
 * The body of POST /v1/referrals/{id}/questions, checked.
 *
 * @param fact null where only words ask
 * @param text null where the fact says it all
 * @param withinHours null where the urgency says how long
 */
record NewQuestion(String fact, String text, Integer withinHours) {
    @Override
    public String toString() {
        return "NewQuestion[" + fact + "]";
    }
}
