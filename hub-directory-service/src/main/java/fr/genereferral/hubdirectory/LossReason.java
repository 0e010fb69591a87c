package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.LossDecision.KEEP;
import static fr.genereferral.hubdirectory.LossDecision.MOVE;

import java.util.Set;

/** Why a child is kept where it is, or moved; each reason is one for its decisions alone. */
public enum LossReason {
    AUTHORITY_AGREES(Set.of(KEEP)),
    CARE_UNDER_WAY(Set.of(KEEP)),
    LOSS_DISPUTED(Set.of(KEEP)),
    MAY_NOT_TREAT(Set.of(MOVE)),
    FAMILY_PREFERENCE(Set.of(KEEP, MOVE)),
    OTHER(Set.of(KEEP, MOVE));

    private final Set<LossDecision> decisions;

    LossReason(Set<LossDecision> decisions) {
        this.decisions = decisions;
    }

    public boolean isFor(LossDecision decision) {
        return decisions.contains(decision);
    }
}
