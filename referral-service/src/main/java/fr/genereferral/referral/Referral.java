package fr.genereferral.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A referral: decides its own moves and notes, for each change, the one event that the others hear. Its hospital submits
 * and withdraws it; assessments and offers move it on when the platform hears of them; nobody else changes it.
 */
@Entity
@Table(name = "referral")
public class Referral {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Id
    private UUID id;

    private String reference;
    private String organisation;

    @Enumerated(EnumType.STRING)
    private ReferralStatus state;

    /** The hospital wants to stop, and hub-directory-service has not yet said whether somebody had accepted. */
    private boolean stopping;

    @Enumerated(EnumType.STRING)
    @Column(name = "withdrawal_reason")
    private WithdrawalReason withdrawalReason;

    private long version;

    @Column(name = "dossier_version")
    private int dossierVersion;

    @Column(name = "therapies_sought")
    private Therapies therapiesSought;

    @Embedded
    private RoutingFacts facts;

    /** C0: where the equity clock starts; it never moves later and never pauses. */
    @Column(name = "clock_started_at")
    private Instant clockStartedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private Verdicts verdicts;
    private int routing;
    private Offers offers;

    @Column(name = "deferred_until")
    private LocalDate deferredUntil;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Transient
    private final List<Change> changes = new ArrayList<>();

    @Transient
    private final List<AccessChange> accessChanges = new ArrayList<>();

    @Transient
    private final List<Assessment> heardAssessments = new ArrayList<>();

    protected Referral() {}

    /** A referral that its hospital has just sent. */
    public static Referral submitted(Submission sent, Actor by, Instant at) {
        var referral = new Referral();
        referral.id = sent.id();
        referral.reference = sent.reference().value();
        referral.organisation = by.organisation();
        referral.dossierVersion = 1;
        referral.therapiesSought = sent.therapiesSought();
        referral.facts = sent.facts();
        referral.clockStartedAt = at;
        referral.verdicts = Verdicts.none();
        referral.offers = Offers.none();
        referral.state = ReferralStatus.ASSESSING;
        referral.accessChanges.add(new AccessChange(by.organisation(), true, at));
        referral.note(
                new ReferralEvent.ReferralSubmitted(
                        referral.id,
                        referral.nextVersion(),
                        referral.organisation,
                        at,
                        1,
                        sent.therapiesSought().ids(),
                        new ReferralEvent.Json(sent.clinicalDossier())),
                "SUBMITTED",
                by,
                at,
                null,
                null);
        return referral;
    }

    /** The rules have judged. Outside ASSESSING the judgement is kept and moves nothing. */
    public void assessed(Assessment heard, Actor by, Instant at) {
        heardAssessments.add(heard);
        if (state != ReferralStatus.ASSESSING) {
            return;
        }
        verdicts = heard.verdicts();
        var step = verdicts.nextStep(therapiesSought);
        deferredUntil = step.state() == ReferralStatus.DEFERRED ? step.date() : null;
        opensOn = step.state() == ReferralStatus.NOT_ELIGIBLE ? step.date() : null;
        if (step.state() == ReferralStatus.ROUTING) {
            route(step, by, at);
            return;
        }
        moveTo(step.state(), "ASSESSED", by, at, null, null);
    }

    private void route(NextStep step, Actor by, Instant at) {
        var chosen = step.therapy();
        become(ReferralStatus.ROUTING);
        routing++;
        var urgency = Urgency.derived(facts.birthDate(), chosen.eligibleUntil(), LocalDate.ofInstant(at, PARIS));
        note(
                new ReferralEvent.RoutingRequested(
                        id,
                        nextVersion(),
                        routing,
                        chosen.therapy(),
                        chosen.packVersion(),
                        chosen.outcome().name(),
                        step.conditionalOn(),
                        chosen.warnings(),
                        facts.birthDate(),
                        facts.weightKg(),
                        urgency,
                        chosen.eligibleUntil(),
                        organisation,
                        facts.residenceDepartement(),
                        facts.followedBy(),
                        clockStartedAt),
                "ASSESSED",
                by,
                at,
                null,
                null);
    }

    /** A hub is asked; from now on it may read the dossier. */
    public void offerMade(Offer offer, Actor by, Instant at) {
        offers = offers.with(offer);
        accessChanges.add(new AccessChange(offer.hub().id(), true, at));
        moveTo(ReferralStatus.OFFERED, "OFFER_MADE", by, at, null, offer.hub());
    }

    /** The hub has opened the offer. */
    public void offerSeen(UUID offerId, Instant seenAt, Actor by, Instant at) {
        offers = offers.change(offerId, o -> o.seen(seenAt));
        moveTo(state, "OFFER_SEEN", by, at, null, hubOf(offerId));
    }

    /** A hub said yes. If the hospital had asked to stop meanwhile, its wish is carried over for the hub to answer. */
    public void offerAccepted(UUID offerId, Instant acceptedAt, Actor by, Instant at) {
        offers = offers.change(offerId, o -> o.answered("ACCEPTED", acceptedAt, null));
        var hub = hubOf(offerId);
        become(ReferralStatus.ACCEPTED);
        note(
                new ReferralEvent.ReferralAccepted(id, nextVersion(), hub.id(), offerId, acceptedAt),
                "OFFER_ACCEPTED",
                by,
                at,
                null,
                hub);
        if (stopping) {
            stopping = false;
            var wish = withdrawalReason.name();
            moveTo(ReferralStatus.CANCEL_REQUESTED, "OFFER_ACCEPTED_WHILE_STOPPING", by, at, wish, hub);
        }
    }

    /** A hub said no; what follows is hub-directory-service's word: another hub, the coordinator, or the hospital. */
    public void offerDeclined(UUID offerId, Instant declinedAt, String reason, String follows, Actor by, Instant at) {
        endOffer(offerId, "DECLINED", declinedAt, reason, at);
        var hub = hubOf(offerId);
        if (follows.equals("NEXT_HUB")) {
            moveTo(ReferralStatus.ROUTING, "OFFER_DECLINED", by, at, reason, hub);
            return;
        }
        var state = follows.equals("HOSPITAL") ? ReferralStatus.AWAITING_INFORMATION : ReferralStatus.ESCALATED;
        endedWithoutHub(state, "OFFER_DECLINED", by, at, reason, hub);
    }

    /** The live offer was taken back because this referral asked for it. */
    public void offerWithdrawn(UUID offerId, Instant withdrawnAt, Actor by, Instant at) {
        endOffer(offerId, "WITHDRAWN", withdrawnAt, null, at);
        endedWithoutHub(ReferralStatus.ROUTING, "OFFER_WITHDRAWN", by, at, null, hubOf(offerId));
    }

    /** No hub is left to ask: the coordinator acts. */
    public void noHubFound(Actor by, Instant at) {
        endedWithoutHub(ReferralStatus.ESCALATED, "NO_HUB_FOUND", by, at, null, null);
    }

    /**
     * The hospital wants to stop.
     *
     * @return true when it is done at once; false when a hub may be accepting at this very moment, so that
     *     hub-directory-service has to say first
     */
    public boolean withdraw(WithdrawalReason reason, Actor by, Instant at) {
        if (!organisation.equals(by.organisation())) {
            throw Refused.because("FORBIDDEN");
        }
        if (!withdrawable()) {
            throw Refused.moveNotAllowed(actionsOf(by.organisation()));
        }
        withdrawalReason = reason;
        if (state == ReferralStatus.ACCEPTED) {
            moveTo(ReferralStatus.CANCEL_REQUESTED, "WITHDRAWAL_REQUESTED", by, at, reason.name(), null);
            return false;
        }
        if (state == ReferralStatus.ROUTING || state == ReferralStatus.OFFERED) {
            stopping = true;
            note(
                    new ReferralEvent.RoutingCancelled(id, nextVersion(), routing, "WITHDRAWN_BY_HOSPITAL"),
                    "WITHDRAWAL_REQUESTED",
                    by,
                    at,
                    reason.name(),
                    null);
            return false;
        }
        close(by, at);
        return true;
    }

    /**
     * What a hospital may do now, beside reading: nothing unless it has sent the referral. A site that refers and is a hub
     * too sees what others have sent it.
     */
    public List<String> actionsOf(String hospital) {
        return organisation.equals(hospital) && withdrawable() ? List.of("WITHDRAW") : List.of();
    }

    private boolean withdrawable() {
        return !stopping
                && (state == ReferralStatus.ACCEPTED
                        || (state != ReferralStatus.CANCEL_REQUESTED && state.canBecome(ReferralStatus.CANCELLED)));
    }

    private void endOffer(UUID offerId, String offerState, Instant answeredAt, String reason, Instant at) {
        offers = offers.change(offerId, o -> o.answered(offerState, answeredAt, reason));
        accessChanges.add(new AccessChange(hubOf(offerId).id(), false, at));
    }

    private void endedWithoutHub(
            ReferralStatus otherwise, String what, Actor by, Instant at, String reason, Offer.Hub hub) {
        if (stopping) {
            close(by, at);
            return;
        }
        moveTo(otherwise, what, by, at, reason, hub);
    }

    private void close(Actor by, Instant at) {
        become(ReferralStatus.CANCELLED);
        stopping = false;
        note(
                new ReferralEvent.ReferralClosed(id, nextVersion(), state, withdrawalReason),
                "WITHDRAWN",
                by,
                at,
                withdrawalReason.name(),
                null);
    }

    private void moveTo(ReferralStatus next, String what, Actor by, Instant at, String reason, Offer.Hub hub) {
        var previous = state;
        if (next != state) {
            become(next);
        }
        note(new ReferralEvent.ReferralMoved(id, nextVersion(), previous, next, what), what, by, at, reason, hub);
    }

    private void become(ReferralStatus next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a referral cannot go from " + state + " to " + next);
        }
        state = next;
    }

    private void note(ReferralEvent event, String what, Actor by, Instant at, String reason, Offer.Hub hub) {
        version = event.sequence();
        updatedAt = at;
        changes.add(new Change(event, what, state, by, at, reason, hub));
    }

    private long nextVersion() {
        return version + 1;
    }

    private Offer.Hub hubOf(UUID offerId) {
        return offers.all().stream()
                .filter(o -> o.offerId().equals(offerId))
                .findFirst()
                .map(Offer::hub)
                .orElseThrow(() -> new IllegalStateException("an answer to an offer that was never made"));
    }

    /** Hands over what has happened since the last call, for the port to store with the row. */
    public List<Change> takeChanges() {
        return drained(changes);
    }

    public List<AccessChange> takeAccessChanges() {
        return drained(accessChanges);
    }

    public List<Assessment> takeAssessments() {
        return drained(heardAssessments);
    }

    private static <T> List<T> drained(List<T> noted) {
        var taken = List.copyOf(noted);
        noted.clear();
        return taken;
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public String organisation() {
        return organisation;
    }

    public ReferralStatus state() {
        return state;
    }

    public boolean stopping() {
        return stopping;
    }

    public WithdrawalReason withdrawalReason() {
        return withdrawalReason;
    }

    public long version() {
        return version;
    }

    public int dossierVersion() {
        return dossierVersion;
    }

    public Therapies therapiesSought() {
        return therapiesSought;
    }

    public Instant clockStartedAt() {
        return clockStartedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Verdicts verdicts() {
        return verdicts;
    }

    public Offers offers() {
        return offers;
    }

    public LocalDate deferredUntil() {
        return deferredUntil;
    }

    public LocalDate opensOn() {
        return opensOn;
    }
}
