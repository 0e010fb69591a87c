package fr.genereferral.hubdirectory;

/** What a row of an import does to the hub or the accreditation that it lists. */
public enum ImportKind {
    CREATE,
    UPDATE,
    END
}
