package fr.genereferral.hubdirectory;

/** How a file comes into somebody's hands, or out of them. */
public enum KeeperMove {
    CLAIMED,
    RELEASED,
    HANDED_OVER
}
