package fr.genereferral.referral;

/**
 * Somebody's reach for a referral, as the audit keeps it.
 *
 * @param action what is done, for example READ_DOSSIER
 * @param from network address of the caller
 */
public record Access(Actor by, Rights rights, String action, String from) {

    public Access doing(String otherAction) {
        return new Access(by, rights, otherAction, from);
    }
}
