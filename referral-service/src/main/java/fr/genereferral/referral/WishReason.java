package fr.genereferral.referral;

/** Why a family wants to go to a hub, or does not. */
public enum WishReason {
    RELATIVES_NEARBY,
    CARED_FOR_THERE,
    EARLIER_EXPERIENCE,
    JOURNEY,
    LANGUAGE,
    OTHER,
    /** A hub has heard it and said so; no hospital sends it. */
    TOLD_THE_HUB
}
