package fr.genereferral.referral.questions;

/**
 * The body of what is said to a question, checked.
 *
 * @param text null in an answer that stands in the dossier
 * @param dossierVersion in an answer alone: where it stands; null where it stands in words
 */
record Words(String text, Integer dossierVersion) {
    @Override
    public String toString() {
        return "Words[" + dossierVersion + "]";
    }
}
