package fr.genereferral.hubdirectory;

/**
 * What a transaction may see, as the database's row-level policies read it: organisations by their FINESS number, or one
 * of two words.
 *
 * @param setting value of {@code app.orgs}
 */
public record Rights(String setting) {

    /** Consumers and clocks: every row. */
    public static Rights platform() {
        return new Rights("platform");
    }

    /** Coordinator and auditor: every row but identities. */
    public static Rights national() {
        return new Rights("national");
    }

    public static Rights of(String organisation) {
        return new Rights(organisation);
    }

    public boolean isNational() {
        return setting.equals("national");
    }

    /** Whether a reader sees what is this organisation's. */
    public boolean covers(String organisation) {
        return isNational() || setting.equals(organisation);
    }
}
