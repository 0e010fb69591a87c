package fr.genereferral.hubdirectory;

/**
 * Who reads the file of an offer at its hub, by one of two names.
 *
 * @param user subject of a person who signs in; null where the number is said
 * @param rpps national number of a professional; null where the subject is said
 */
public record Keeper(String user, String rpps) {

    public static Keeper user(String subject) {
        return new Keeper(subject, null);
    }

    public static Keeper professional(String rpps) {
        return new Keeper(null, rpps);
    }

    /** Null for nobody. */
    static Keeper of(String user, String rpps) {
        return user == null && rpps == null ? null : new Keeper(user, rpps);
    }
}
