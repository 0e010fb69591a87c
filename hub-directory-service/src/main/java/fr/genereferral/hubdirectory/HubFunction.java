package fr.genereferral.hubdirectory;

/** What somebody does at a hub who speaks for it. */
public enum HubFunction {
    PHYSICIAN,
    PHARMACIST,
    NURSE_COORDINATOR,
    SECRETARIAT,
    MANAGEMENT,
    OTHER
}
