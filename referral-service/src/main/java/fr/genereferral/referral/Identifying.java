package fr.genereferral.referral;

import java.time.Instant;

/**
 * What it does to a referral that its hospital corrects who the patient is: no rule reads it, and a hub that is asked goes on being asked.
 * Only a number under which another hospital has referred the child holds it, where a new referral would be held.
 */
final class Identifying {
    private static final String CORRECTED = "IDENTITY_CORRECTED";

    private final Referral referral;

    Identifying(Referral referral) {
        this.referral = referral;
    }

    /** Whoever takes the child has to know who it is, also while a stop is being asked for. */
    boolean isPossible() {
        return referral.isSent() && !referral.state().isEnd();
    }

    /** One change, whether it is held or not: its number would tell. */
    void corrected(String reason, boolean suspected, Actor by, Instant at) {
        referral.demandIdentifiable(by);
        var occasion = Occasion.of(CORRECTED, by, at).because(reason);
        if (!suspected || !new Reviewing(referral).suspected(occasion)) {
            referral.moveTo(referral.state(), occasion);
        }
    }
}
