package fr.genereferral.hubdirectory;

/** Whether a hub was asked on facts that were all there. */
public enum Completeness {
    /** Nothing pending among what the verdict rests on, and the weight known. */
    COMPLETE,
    INCOMPLETE
}
