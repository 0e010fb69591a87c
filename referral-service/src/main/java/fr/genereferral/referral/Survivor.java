package fr.genereferral.referral;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which of two referrals of one child lives on: the one that has come further, so that no hub is taken from a child. */
public final class Survivor {
    /** A hub is responsible. */
    private static final Set<ReferralStatus> TAKEN = EnumSet.of(ReferralStatus.ACCEPTED, ReferralStatus.IN_CARE);

    private static final Set<ReferralStatus> SEARCHED = EnumSet.of(ReferralStatus.ROUTING, ReferralStatus.ESCALATED);

    private static final Comparator<Candidate> FURTHEST = Comparator.comparingInt(Candidate::rank)
            .thenComparing(Candidate::joined)
            .thenComparing(candidate -> candidate.state() != ReferralStatus.DUPLICATE_REVIEW)
            .thenComparing(Candidate::clockStartedAt, Comparator.reverseOrder())
            .thenComparing(Candidate::id, Comparator.reverseOrder());

    private Survivor() {}

    /**
     * One of the two.
     *
     * @param busy whether it is being stopped, or is to live on in another one already
     * @param joined whether others live on in it
     */
    public record Candidate(UUID id, ReferralStatus state, boolean busy, boolean joined, Instant clockStartedAt) {
        static Candidate of(Referral referral, boolean joined) {
            return new Candidate(
                    referral.id(),
                    referral.state(),
                    referral.stopping() || referral.joint().merging(),
                    joined,
                    referral.clockStartedAt());
        }

        public static Candidate of(Pair.Side side) {
            return new Candidate(side.id(), side.state(), side.busy(), side.joined(), side.clockStartedAt());
        }

        private int rank() {
            if (TAKEN.contains(state)) {
                return 3;
            }
            if (state == ReferralStatus.OFFERED) {
                return 2;
            }
            return SEARCHED.contains(state) ? 1 : 0;
        }

        private boolean isOver() {
            return state.isEnd() || state == ReferralStatus.DRAFT;
        }
    }

    /** @throws Refused when the two cannot become one now, with what to do first */
    public static UUID of(Candidate one, Candidate other) {
        if (one.isOver() || other.isOver() || one.id().equals(other.id())) {
            throw Refused.moveNotAllowed(List.of());
        }
        if (isStopping(one) || isStopping(other)) {
            throw Refused.because("MERGE_HAS_TO_WAIT");
        }
        if (TAKEN.contains(one.state()) && TAKEN.contains(other.state())) {
            throw Refused.because("MERGE_OF_TWO_ACCEPTED");
        }
        var further = FURTHEST.compare(one, other) > 0 ? one : other;
        if ((further == one ? other : one).joined()) {
            throw Refused.because("MERGE_HOLDS_ANOTHER");
        }
        return further.id();
    }

    /** Whether the two can become one now. */
    public static boolean isPossible(Candidate one, Candidate other) {
        try {
            return of(one, other) != null;
        } catch (Refused e) {
            return false;
        }
    }

    private static boolean isStopping(Candidate one) {
        return one.busy() || one.state() == ReferralStatus.CANCEL_REQUESTED;
    }
}
