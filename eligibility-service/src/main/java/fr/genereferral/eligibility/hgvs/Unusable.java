package fr.genereferral.eligibility.hgvs;

/** Why a variant name cannot be used, and where it stops being readable. */
public class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with the name; stable codes of the explanation. */
    public enum Reason {
        NOT_STATED,
        BLANKS,
        PROTEIN_ONLY,
        LEGACY_INTRON,
        LEGACY_NAME,
        NO_REFERENCE,
        VERSION_MISSING,
        REFERENCE_NOT_LISTED,
        BEYOND_CODING_SEQUENCE,
        MALFORMED
    }

    private final Reason reason;
    private final int place;
    private final String modernForm;

    public Unusable(Reason reason, int place) {
        this(reason, place, null);
    }

    public Unusable(Reason reason, int place, String modernForm) {
        super(reason + " at " + place, null, false, false);
        this.reason = reason;
        this.place = place;
        this.modernForm = modernForm;
    }

    public Reason reason() {
        return reason;
    }

    /** Index of the first character that does not fit. */
    public int place() {
        return place;
    }

    /** The name that was certainly meant; null when none is certain. */
    public String modernForm() {
        return modernForm;
    }
}
