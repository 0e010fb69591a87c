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
    private final Notes notes = new Notes();

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
        referral.notes.letIn(by.organisation(), at);
        var event = new ReferralEvent.ReferralSubmitted(
                referral.id,
                referral.nextVersion(),
                referral.organisation,
                at,
                referral.dossierVersion,
                sent.therapiesSought().ids(),
                new ReferralEvent.Json(sent.clinicalDossier()));
        referral.note(event, Occasion.of("SUBMITTED", by, at));
        return referral;
    }

    /** The rules have judged. Outside ASSESSING the judgement is kept and moves nothing. */
    public void assessed(Assessment heard, Actor by, Instant at) {
        notes.heard(heard);
        if (state != ReferralStatus.ASSESSING) {
            return;
        }
        verdicts = heard.verdicts();
        var step = verdicts.nextStep(therapiesSought);
        var occasion = Occasion.of("ASSESSED", by, at);
        deferredUntil = step.state() == ReferralStatus.DEFERRED ? step.date() : null;
        opensOn = step.state() == ReferralStatus.NOT_ELIGIBLE ? step.date() : null;
        if (step.state() != ReferralStatus.ROUTING) {
            moveTo(step.state(), occasion);
            return;
        }
        become(ReferralStatus.ROUTING);
        routing++;
        note(step.request(this, nextVersion(), LocalDate.ofInstant(at, PARIS)), occasion);
    }

    /** A hub is asked; from now on it may read the dossier. */
    public void offerMade(Offer offer, Actor by, Instant at) {
        offers = offers.with(offer);
        notes.letIn(offer.hub().id(), at);
        moveTo(ReferralStatus.OFFERED, Occasion.of("OFFER_MADE", by, at).with(offer.hub()));
    }

    /** The hub has opened the offer. */
    public void offerSeen(UUID offerId, Instant seenAt, Actor by, Instant at) {
        offers = offers.change(offerId, o -> o.seen(seenAt));
        moveTo(state, Occasion.of("OFFER_SEEN", by, at).with(offers.hubOf(offerId)));
    }

    /** A hub said yes. If the hospital had asked to stop meanwhile, its wish is carried over for the hub to answer. */
    public void offerAccepted(UUID offerId, Instant acceptedAt, Actor by, Instant at) {
        offers = offers.change(offerId, o -> o.answered("ACCEPTED", acceptedAt, null));
        var hub = offers.hubOf(offerId);
        become(ReferralStatus.ACCEPTED);
        note(
                new ReferralEvent.ReferralAccepted(id, nextVersion(), hub.id(), offerId, acceptedAt),
                Occasion.of("OFFER_ACCEPTED", by, at).with(hub));
        if (stopping) {
            stopping = false;
            var carriedOver =
                    Occasion.of("OFFER_ACCEPTED_WHILE_STOPPING", by, at).because(withdrawalReason);
            moveTo(ReferralStatus.CANCEL_REQUESTED, carriedOver.with(hub));
        }
    }

    /** A hub said no; what follows is hub-directory-service's word: another hub, the coordinator, or the hospital. */
    public void offerDeclined(UUID offerId, Instant declinedAt, String reason, String follows, Actor by, Instant at) {
        endOffer(offerId, "DECLINED", declinedAt, reason, at);
        var occasion = Occasion.of("OFFER_DECLINED", by, at).because(reason).with(offers.hubOf(offerId));
        if (follows.equals("NEXT_HUB")) {
            moveTo(ReferralStatus.ROUTING, occasion);
            return;
        }
        var toHospital = follows.equals("HOSPITAL");
        endedWithoutHub(toHospital ? ReferralStatus.AWAITING_INFORMATION : ReferralStatus.ESCALATED, occasion);
    }

    /** The live offer was taken back because this referral asked for it. */
    public void offerWithdrawn(UUID offerId, Instant withdrawnAt, Actor by, Instant at) {
        endOffer(offerId, "WITHDRAWN", withdrawnAt, null, at);
        endedWithoutHub(
                ReferralStatus.ROUTING, Occasion.of("OFFER_WITHDRAWN", by, at).with(offers.hubOf(offerId)));
    }

    /** No hub is left to ask: the coordinator acts. */
    public void noHubFound(Actor by, Instant at) {
        endedWithoutHub(ReferralStatus.ESCALATED, Occasion.of("NO_HUB_FOUND", by, at));
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
        var occasion = Occasion.of("WITHDRAWAL_REQUESTED", by, at).because(reason);
        if (state == ReferralStatus.ACCEPTED) {
            moveTo(ReferralStatus.CANCEL_REQUESTED, occasion);
            return false;
        }
        if (state == ReferralStatus.ROUTING || state == ReferralStatus.OFFERED) {
            stopping = true;
            note(new ReferralEvent.RoutingCancelled(id, nextVersion(), routing, "WITHDRAWN_BY_HOSPITAL"), occasion);
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
        notes.letOut(offers.hubOf(offerId).id(), at);
    }

    private void endedWithoutHub(ReferralStatus otherwise, Occasion occasion) {
        if (stopping) {
            close(occasion.by(), occasion.at());
            return;
        }
        moveTo(otherwise, occasion);
    }

    private void close(Actor by, Instant at) {
        become(ReferralStatus.CANCELLED);
        stopping = false;
        note(
                new ReferralEvent.ReferralClosed(id, nextVersion(), state, withdrawalReason),
                Occasion.of("WITHDRAWN", by, at).because(withdrawalReason));
    }

    private void moveTo(ReferralStatus next, Occasion occasion) {
        var previous = state;
        if (next != state) {
            become(next);
        }
        note(new ReferralEvent.ReferralMoved(id, nextVersion(), previous, next, occasion.what()), occasion);
    }

    private void become(ReferralStatus next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a referral cannot go from " + state + " to " + next);
        }
        state = next;
    }

    private void note(ReferralEvent event, Occasion occasion) {
        version = event.sequence();
        updatedAt = occasion.at();
        notes.changed(new Change(event, state, occasion));
    }

    private long nextVersion() {
        return version + 1;
    }

    /** Hands over what has happened since the last call, for the port to store with the row. */
    public List<Change> takeChanges() {
        return notes.takeChanges();
    }

    public List<AccessChange> takeAccessChanges() {
        return notes.takeAccessChanges();
    }

    public List<Assessment> takeAssessments() {
        return notes.takeAssessments();
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

    public int routing() {
        return routing;
    }

    RoutingFacts facts() {
        return facts;
    }
}
