package fr.genereferral.referral;

/** Somebody has referred the same patient for the same disease at the same instant: what was looked up no longer holds. */
public class CaseTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CaseTaken() {
        super("another referral of the same patient and disease has just been stored", null, false, false);
    }
}
