package fr.genereferral.hubdirectory;

/** How a hub's word came to whoever writes it down. */
public enum AnswerChannel {
    TELEPHONE
}
