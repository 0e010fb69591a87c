package fr.genereferral.hubdirectory;

/**
 * Why a hub gives back a child whom it has accepted, and whether it may be asked again for the same one. Whatever it is, the
 * next hub is asked. A clinical judgement is none of them: once accepted, that is for the expert meeting to say.
 */
public enum GiveBackReason {
    NO_CAPACITY(false),
    CAPABILITY_LOST(false),
    PRODUCT_UNAVAILABLE(false),
    FAMILY_PREFERENCE(true),
    CONFLICT_OF_INTEREST(true),
    OTHER(true);

    private final boolean forGood;

    GiveBackReason(boolean forGood) {
        this.forGood = forGood;
    }

    /** True when this hub is not asked again for this child. */
    public boolean isForGood() {
        return forGood;
    }
}
