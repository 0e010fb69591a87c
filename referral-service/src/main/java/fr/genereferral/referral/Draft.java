package fr.genereferral.referral;

import java.time.Instant;

/**
 * What a hospital has written so far of a referral that it has not sent, opened for itself.
 *
 * @param version counts what was saved, from 1 on; it is no version of the referral, which has none that anybody heard of
 * @param content therapies, wishes and dossier, JSON
 */
public record Draft(int version, String content, Instant savedAt) {

    /**
     * What is saved.
     *
     * @param content therapies, wishes and dossier, JSON
     * @param identity who the patient is, JSON; an empty object where nothing is said
     */
    public record Written(String content, String identity) {
        @Override
        public String toString() {
            return "Written[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Draft[" + version + "]";
    }
}
