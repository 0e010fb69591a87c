package fr.genereferral.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the hub does that has taken responsibility for a child. */
public final class InCharge {
    private final Referral referral;
    private final Stopping stopping;

    public InCharge(Referral referral) {
        this.referral = referral;
        this.stopping = new Stopping(referral);
    }

    /** It stops as the hospital wished. */
    public void confirmCancellation(Actor by, Instant at) {
        demand("ANSWER_CANCELLATION", by);
        stopping.close(by, at);
    }

    /**
     * It does not stop, and says why.
     *
     * @param evenWithoutConsent the reasons that hold although the family has taken its consent back
     */
    public void refuseCancellation(String reason, Collection<String> evenWithoutConsent, Actor by, Instant at) {
        demand("ANSWER_CANCELLATION", by);
        if (stopping.isWithoutConsent() && !evenWithoutConsent.contains(reason)) {
            var allowed = String.join(", ", evenWithoutConsent);
            throw Refused.invalid(List.of(new Refused.Violation("/reason", "VALUE_NOT_ALLOWED", allowed)));
        }
        stopping.refuse(reason, by, at, hub().orElseThrow());
    }

    /** Whether a wish to stop that waits for an answer may be refused for few reasons only. */
    public boolean isWithoutConsent() {
        return stopping.isWithoutConsent();
    }

    /** What this organisation may do as the hub in charge, beside reading. */
    public List<String> actionsOf(String organisation) {
        var actions = new ArrayList<String>();
        if (!isHub(organisation)) {
            return actions;
        }
        if (referral.state() == ReferralStatus.CANCEL_REQUESTED) {
            actions.add("ANSWER_CANCELLATION");
        }
        return actions;
    }

    private void demand(String action, Actor by) {
        if (actionsOf(by.organisation()).contains(action)) {
            return;
        }
        if (!isHub(by.organisation()) && !referral.offers().isOpenTo(by.organisation())) {
            throw Refused.because("FORBIDDEN");
        }
        throw Refused.moveNotAllowed(actionsOf(by.organisation()));
    }

    private boolean isHub(String organisation) {
        return hub().filter(hub -> hub.id().equals(organisation)).isPresent();
    }

    private Optional<Offer.Hub> hub() {
        return referral.offers().accepted().map(Offer::hub);
    }
}
