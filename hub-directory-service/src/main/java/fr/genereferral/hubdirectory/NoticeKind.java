package fr.genereferral.hubdirectory;

/** What a hub is told of one of its offers. */
public enum NoticeKind {
    /** It has been made: an answer is asked for. */
    ARRIVED,
    /** It stands elsewhere, or its deadline, its first reading or who has it in hand is another. */
    CHANGED,
    /** A share of the time to answer has passed. */
    REMINDED,
    /** The time to answer has passed, and somebody else is asked. */
    EXPIRED
}
