package fr.genereferral.hubdirectory;

/** A hub gives therapies; a relay takes in, samples and follows up, and is never offered a child. */
public enum HubKind {
    HUB,
    RELAY
}
