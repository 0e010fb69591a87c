package fr.genereferral.hubdirectory;

/** What has become of an import; nothing of it is there before it is DONE. */
public enum ImportState {
    RUNNING,
    DONE,
    FAILED
}
