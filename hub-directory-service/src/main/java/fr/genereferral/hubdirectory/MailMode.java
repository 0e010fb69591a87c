package fr.genereferral.hubdirectory;

/** How often a hub wants to be written to. */
public enum MailMode {
    /** For each arrival, reminder and expiry, at once. */
    EACH,
    /** Once a day, about all of them together. */
    DIGEST,
    /** Never. */
    NONE
}
