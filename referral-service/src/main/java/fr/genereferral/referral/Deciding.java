package fr.genereferral.referral;

import java.time.Instant;
import java.util.List;

/**
 * What a meeting of experts makes of a referral. Before a hub has taken responsibility the coordinator records it, where
 * the rules have said no; after that the hub in charge does.
 */
public final class Deciding {
    private static final String ACTION = "RECORD_MEETING";

    private final Referral referral;

    public Deciding(Referral referral) {
        this.referral = referral;
    }

    /** What the coordinator may do, beside reading. */
    public List<String> actionsOfCoordinator() {
        if (referral.state() == ReferralStatus.CANCEL_REQUESTED) {
            return List.of("ANSWER_CANCELLATION");
        }
        return referral.state() == ReferralStatus.NOT_ELIGIBLE && !therapies().isEmpty() ? List.of(ACTION) : List.of();
    }

    /** @throws Refused when no meeting may be recorded now, or not by this one */
    public void demandPossible(Actor by, boolean isCoordinator) {
        if (!isCoordinator) {
            new InCharge(referral).demand(ACTION, by);
        } else if (!actionsOfCoordinator().contains(ACTION)) {
            throw Refused.moveNotAllowed(actionsOfCoordinator());
        }
    }

    /** Therapies that may be decided about: that of the hub in charge, or those sought that could be given to the child. */
    public List<String> therapies() {
        if (referral.state() != ReferralStatus.NOT_ELIGIBLE) {
            return referral.offers().accepted().map(Offer::therapy).stream().toList();
        }
        return referral.verdicts().deciding(referral.therapiesSought()).stream()
                .filter(verdict -> verdict.routing() && verdict.outcome() == Verdict.Outcome.NOT_ELIGIBLE)
                .map(Verdict::therapy)
                .toList();
    }

    /**
     * A yes where the rules have said no lets a hub be looked for; the judgement stays as it is.
     *
     * @param known what lay on the table against the therapy
     */
    public void decided(Meeting meeting, Objections known, Actor by, Instant at) {
        var before = referral.care();
        referral.take(meeting, known);
        var stands = referral.care() != before;
        var occasion = Occasion.of("MEETING_" + meeting.decision(), by, at).because(meeting.reason());
        if (referral.state() == ReferralStatus.NOT_ELIGIBLE && stands && meeting.decision() == Meeting.Decision.GO) {
            new Judging(referral).overruled(occasion);
            return;
        }
        var hub = referral.offers().accepted().map(Offer::hub);
        referral.moveTo(referral.state(), hub.map(occasion::with).orElse(occasion));
    }
}
