package fr.genereferral.referral;

/** Somebody has saved, sent or stopped a draft at the same instant: what was looked at no longer holds. */
public class DraftOvertaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DraftOvertaken() {
        super("the draft has just been saved, sent or stopped", null, false, false);
    }
}
