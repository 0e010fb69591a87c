package fr.genereferral.referral;

import java.time.Instant;

/** How a hospital's wish to stop ends a referral. */
final class Stopping {
    private final Referral referral;

    Stopping(Referral referral) {
        this.referral = referral;
    }

    boolean withdraw(WithdrawalReason reason, Actor by, Instant at) {
        referral.demandSender(by);
        if (!isPossible()) {
            throw Refused.moveNotAllowed(referral.actionsOf(by.organisation()));
        }
        referral.stopFor(reason);
        var occasion = Occasion.of("WITHDRAWAL_REQUESTED", by, at).because(reason);
        if (referral.state() == ReferralStatus.ACCEPTED) {
            referral.moveTo(ReferralStatus.CANCEL_REQUESTED, occasion);
            return false;
        }
        if (referral.state() == ReferralStatus.ROUTING || referral.state() == ReferralStatus.OFFERED) {
            referral.stopping(true);
            referral.note(
                    new ReferralEvent.RoutingCancelled(
                            referral.id(), referral.nextVersion(), referral.routing(), "WITHDRAWN_BY_HOSPITAL"),
                    occasion);
            return false;
        }
        close(by, at);
        return true;
    }

    boolean isPossible() {
        var state = referral.state();
        return !referral.stopping()
                && (state == ReferralStatus.ACCEPTED
                        || (state != ReferralStatus.CANCEL_REQUESTED && state.canBecome(ReferralStatus.CANCELLED)));
    }

    void close(Actor by, Instant at) {
        referral.become(ReferralStatus.CANCELLED);
        referral.stopping(false);
        referral.note(
                new ReferralEvent.ReferralClosed(
                        referral.id(), referral.nextVersion(), referral.state(), referral.withdrawalReason()),
                Occasion.of("WITHDRAWN", by, at).because(referral.withdrawalReason()));
    }
}
