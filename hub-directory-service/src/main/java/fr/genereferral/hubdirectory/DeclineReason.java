package fr.genereferral.hubdirectory;

/** Why a hub says no, what follows, and whether the same hub may be asked again when the referral is routed anew. */
public enum DeclineReason {
    NO_CAPACITY(Follows.NEXT_HUB, false),
    CAPABILITY_LOST(Follows.NEXT_HUB, false),
    CLINICALLY_UNSUITABLE(Follows.COORDINATOR, true),
    DATA_INSUFFICIENT(Follows.HOSPITAL, false),
    FAMILY_PREFERENCE(Follows.NEXT_HUB, true),
    CONFLICT_OF_INTEREST(Follows.NEXT_HUB, true),
    OTHER(Follows.NEXT_HUB, true);

    private final Follows follows;
    private final boolean forGood;

    DeclineReason(Follows follows, boolean forGood) {
        this.follows = follows;
        this.forGood = forGood;
    }

    /** Who acts after a decline. */
    public enum Follows {
        NEXT_HUB,
        COORDINATOR,
        HOSPITAL
    }

    public Follows follows() {
        return follows;
    }

    /** True when this hub is not asked again for this child. */
    public boolean isForGood() {
        return forGood;
    }
}
