package fr.genereferral.referral;

import fr.genereferral.referral.Meeting.Decision;
import fr.genereferral.referral.Refused.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the hub does that has taken responsibility for a child, until the outcome is known. */
public final class InCharge {
    private static final String TREATED = Care.Result.TREATED.name();
    private static final String MEETING_NO_GO = "MEETING_NO_GO";

    private final Referral referral;
    private final Stopping stopping;

    public InCharge(Referral referral) {
        this.referral = referral;
        this.stopping = new Stopping(referral);
    }

    /** It stops as the hospital wished: the coordinator says so for a hub that does not answer. */
    public void confirmForTheHub(Actor by, Instant at) {
        if (referral.state() != ReferralStatus.CANCEL_REQUESTED) {
            throw Refused.moveNotAllowed(new Deciding(referral).actionsOfCoordinator());
        }
        stopping.close(by, at);
    }

    /** It stops as the hospital wished. */
    public void confirmCancellation(Actor by, Instant at) {
        demand("ANSWER_CANCELLATION", by);
        stopping.close(by, at);
    }

    /**
     * It does not stop, and says why.
     *
     * @param holding the reasons that hold against what the hospital has said
     */
    public void refuseCancellation(String reason, Collection<String> holding, Actor by, Instant at) {
        demand("ANSWER_CANCELLATION", by);
        if (!mayRefuse()) {
            throw Refused.invalid(List.of(new Violation("/decision", "VALUE_NOT_ALLOWED", "CONFIRMED")));
        }
        if (!holding.contains(reason)) {
            throw Refused.invalid(List.of(new Violation("/reason", "VALUE_NOT_ALLOWED", String.join(", ", holding))));
        }
        stopping.refuse(reason, by, at, offer().hub());
    }

    /** Whether it may go on: without consent only with what has begun. */
    public boolean mayRefuse() {
        return referral.care().hasBegun() || !stopping.isWithoutConsent();
    }

    /** Care begins: a meeting of experts has said yes before. */
    public void beginCare(LocalDate on, Actor by, Instant at) {
        demand("BEGIN_CARE", by);
        demandNotBefore(earliestCare(), on);
        referral.keep(referral.care().startedOn(on));
        referral.moveTo(ReferralStatus.IN_CARE, occasion("CARE_BEGUN", by, at));
    }

    /** Neither before the meeting has said yes nor before the hub has. */
    private LocalDate earliestCare() {
        var met = referral.care().decision().heldOn();
        var accepted = Paris.earliestDayOf(offer().answeredAt());
        return met.isAfter(accepted) ? met : accepted;
    }

    /** Care has come to its end, or will not begin: a meeting of experts has said no, the child has died, no product comes. */
    public void reportOutcome(Care.Ending outcome, Actor by, Instant at) {
        demand("REPORT_OUTCOME", by);
        if (!results().contains(outcome.result())) {
            throw Refused.moveNotAllowed(actionsOf(by.organisation()));
        }
        if (outcome.result() == Care.Result.TREATED && !offer().therapy().equals(outcome.therapy())) {
            throw Refused.invalid(List.of(new Violation("/therapy", "VALUE_NOT_ALLOWED", offer().therapy())));
        }
        if (outcome.reason() != null && reasons(List.of(outcome.reason())).isEmpty()) {
            throw Refused.invalid(List.of(new Violation("/reason", "VALUE_NOT_ALLOWED", null)));
        }
        demandNotBefore(earliest(outcome), outcome.on());
        if (referral.state() == ReferralStatus.ACCEPTED) {
            referral.moveTo(ReferralStatus.IN_CARE, occasion("CARE_NOT_BEGUN", by, at));
        }
        end(outcome, by, at);
    }

    /** How care may have ended: without the meeting's yes nobody was treated. */
    public List<Care.Result> results() {
        return referral.care().hasBegun() ? List.of(Care.Result.values()) : List.of(Care.Result.NOT_TREATED);
    }

    /** Which of these coded reasons there may be for a child that was not treated. */
    public List<String> reasons(Collection<String> codes) {
        return codes.stream()
                .filter(code -> !code.equals(MEETING_NO_GO) || isDecided(Decision.NO_GO))
                .toList();
    }

    /** A child may have died before the hub knew. */
    private LocalDate earliest(Care.Ending outcome) {
        if (referral.care().hasBegun()) {
            return referral.care().startedOn();
        }
        return MEETING_NO_GO.equals(outcome.reason())
                ? referral.care().decision().heldOn()
                : Paris.earliestDayOf(referral.clockStartedAt());
    }

    private void end(Care.Ending outcome, Actor by, Instant at) {
        referral.keep(referral.care().endedWith(outcome));
        referral.become(ReferralStatus.COMPLETED);
        var reason = outcome.reason() == null ? TREATED : outcome.reason();
        referral.note(
                new ReferralEvent.ReferralClosed(
                        referral.id(), referral.nextVersion(), referral.state(), reason, outcome.result()),
                occasion("OUTCOME_" + outcome.result(), by, at).because(outcome.reason()));
    }

    /** What this organisation may do as the hub in charge, beside reading. */
    public List<String> actionsOf(String organisation) {
        return isHub(organisation) ? actions() : List.of();
    }

    private List<String> actions() {
        return switch (referral.state()) {
            case ACCEPTED -> beforeCare();
            case IN_CARE -> List.of("REPORT_OUTCOME");
            case CANCEL_REQUESTED -> List.of("ANSWER_CANCELLATION");
            default -> List.of();
        };
    }

    private List<String> beforeCare() {
        var actions = new ArrayList<>(List.of("RECORD_MEETING"));
        if (isDecided(Decision.GO)) {
            actions.add("BEGIN_CARE");
        }
        actions.add("REPORT_OUTCOME");
        return List.copyOf(actions);
    }

    private boolean isDecided(Decision decision) {
        return referral.care().isDecided(decision, offer().therapy());
    }

    void demand(String action, Actor by) {
        var actions = actionsOf(by.organisation());
        if (actions.contains(action)) {
            return;
        }
        if (!isHub(by.organisation()) && !referral.offers().isOpenTo(by.organisation())) {
            throw Refused.because("FORBIDDEN");
        }
        throw Refused.moveNotAllowed(actions);
    }

    private static void demandNotBefore(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest)) {
            throw Refused.invalid(List.of(new Violation("/on", "DATE_TOO_EARLY", earliest.toString())));
        }
    }

    private boolean isHub(String organisation) {
        return accepted().filter(offer -> offer.hub().id().equals(organisation)).isPresent();
    }

    private Occasion occasion(String what, Actor by, Instant at) {
        return Occasion.of(what, by, at).with(offer().hub());
    }

    private Optional<Offer> accepted() {
        return referral.offers().accepted();
    }

    private Offer offer() {
        return accepted().orElseThrow();
    }
}
