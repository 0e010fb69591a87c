package fr.genereferral.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * What a hospital was told once more: that something waits for it.
 *
 * @param question which one; null where it is about facts or a deferral
 * @param dueAt until when the hospital is asked to answer; of a deferral, when it ends
 * @param mail what has become of the letter
 */
public record Reminder(Kind kind, UUID question, Instant dueAt, Instant toldAt, Mail mail) {

    /** What it is about. */
    public enum Kind {
        /** Of a hub or the coordinator. */
        QUESTION,
        /** What the last judgement hangs on, or a hub misses. */
        FACTS,
        /** It ends, and what was found has to be found anew. */
        DEFERRAL
    }

    /** What has become of the letter. */
    public enum Mail {
        WAITING,
        SENT,
        FAILED,
        /** The platform has no mail server. */
        NO_SERVER,
        /** Nobody has said where the hospital is written to. */
        NO_ADDRESS,
        /** It waited no more when the letter was to go out: the answer had come, or the referral had moved on. */
        OVER
    }
}
