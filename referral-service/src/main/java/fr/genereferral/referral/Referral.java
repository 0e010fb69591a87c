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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A referral: what is known of it, and every change noted with the one event that the others hear of it. What it does is
 * decided beside it, by what happens: its hospital sends it ({@link Sending}), adds facts ({@link Amending}), corrects
 * who the patient is ({@link Identifying}) and stops it ({@link Stopping}), the rules judge it ({@link Judging}), hubs are asked and answer ({@link Placing}), people ask its
 * hospital ({@link Asking}), the coordinator rules out that it is a duplicate ({@link Reviewing}) or finds that it is one
 * ({@link Merging}). Nobody else changes it.
 */
@Entity
@Table(name = "referral")
public class Referral {
    @Id
    private UUID id;

    private String reference;
    private String organisation;

    @Enumerated(EnumType.STRING)
    private ReferralStatus state;

    /** The hospital wants to stop, and hub-directory-service has not yet said whether somebody had accepted. */
    private boolean stopping;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    private long version;

    @Column(name = "dossier_version")
    private int dossierVersion;

    @Column(name = "therapies_sought")
    private Therapies therapiesSought;

    @Embedded
    private RoutingFacts facts;

    @Column(name = "family_wishes")
    private FamilyWishes wishes;

    /** C0: where the equity clock starts; it never moves later and never pauses. Null while nothing has been sent. */
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

    /** As {@link Due} has it. */
    @Column(name = "due_on")
    private LocalDate dueOn;

    /** As {@link FactsDue} has it. */
    @Column(name = "facts_due_at")
    private Instant factsDueAt;

    private boolean reconsidering;

    /** Where it goes should it not live on in another one after all; null where its verdicts lead. */
    @Enumerated(EnumType.STRING)
    private ReferralStatus otherwise;

    /** It is a wish of the family that ends the search, and no verdict. */
    @Column(name = "wish_ends_search")
    private boolean wishEndsSearch;

    private Care care;
    private Questions questions;

    @Embedded
    private Joint joint;

    /** What is due of the hospital first; absent while nobody waits for an answer. */
    @Column(name = "question_due_at")
    private Instant questionDueAt;

    /** It has come into its state, and that is not noted yet. */
    @Transient
    private boolean arrived;

    @Transient
    private final Notes notes = new Notes();

    protected Referral() {}

    /** One that its hospital has begun to write: nobody else knows of it, and nothing counts yet. */
    public static Referral drafted(UUID id, Reference reference, Actor by, Instant at) {
        var referral = new Referral();
        referral.id = id;
        referral.reference = reference.value();
        referral.organisation = by.organisation();
        referral.state = ReferralStatus.DRAFT;
        referral.therapiesSought = new Therapies(List.of());
        referral.wishes = FamilyWishes.none();
        referral.verdicts = Verdicts.none();
        referral.offers = Offers.none();
        referral.care = Care.none();
        referral.questions = Questions.none();
        referral.joint = Joint.none();
        referral.updatedAt = at;
        referral.notes.letIn(by.organisation(), at);
        return referral;
    }

    /** A referral that its hospital has just sent. */
    public static Referral submitted(Submission sent, Actor by, Instant at) {
        var referral = drafted(sent.id(), sent.reference(), by, at);
        referral.send(sent, by, at);
        return referral;
    }

    /**
     * Its hospital sends what it has written.
     *
     * @throws Refused when it has been sent already, or is another hospital's
     */
    public void send(Submission sent, Actor by, Instant at) {
        new Sending(this).send(sent, by, at);
    }

    /** Its hospital has saved what it is writing: no change of which anybody hears. Never back in time. */
    public void saved(Instant at) {
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
    }

    /** @throws Refused when it is written no more, or not by this one */
    public void demandDraft(Actor by) {
        demandSender(by);
        if (state != ReferralStatus.DRAFT) {
            throw Refused.moveNotAllowed(actionsOf(by.organisation()));
        }
    }

    /** It is probably of a child whom another referral is of: a person decides. Nothing happens once a hub was looked for. */
    public void duplicateSuspected(Actor by, Instant at) {
        new Reviewing(this).suspected(by, at);
    }

    /** The coordinator has found that it is of another child than the one it was held for. */
    public void duplicateRuledOut(Actor by, Instant at) {
        new Reviewing(this).ruledOut(by, at);
    }

    /** Facts have come, or contradicting ones were settled. */
    public void amended(Amendment amendment, Actor by, Instant at) {
        new Amending(this).amended(amendment, by, at);
    }

    /**
     * Its hospital has corrected who the patient is.
     *
     * @param suspected whether the number is that of a child whom another hospital has referred
     */
    public void identityCorrected(String reason, boolean suspected, Actor by, Instant at) {
        new Identifying(this).corrected(reason, suspected, by, at);
    }

    /** @throws Refused when it has ended or was not sent, or is another hospital's */
    public void demandIdentifiable(Actor by) {
        demandSender(by);
        if (!new Identifying(this).isPossible()) {
            throw Refused.moveNotAllowed(actionsOf(by.organisation()));
        }
    }

    /** Its hospital says anew what the family wants. */
    public void wished(FamilyWishes said, Actor by, Instant at) {
        new Wishing(this).changed(said, by, at);
    }

    /** @throws Refused when nothing may be said of its facts any more, or not by this one */
    public void demandAmendable(Actor by) {
        demandSpeaker(by);
        if (!new Amending(this).isPossible()) {
            throw Refused.moveNotAllowed(actionsOf(by.organisation()));
        }
    }

    /** The rules have judged. */
    public void assessed(Assessment heard, Actor by, Instant at) {
        new Judging(this).assessed(heard, by, at);
    }

    /**
     * The hospital wants to stop.
     *
     * @return true when it is done at once; false when a hub may be accepting at this very moment, so that
     *     hub-directory-service has to say first, or has accepted, so that it has to
     */
    public boolean withdraw(String reason, Actor by, Instant at) {
        return new Stopping(this).withdraw(reason, by, at);
    }

    /**
     * What a hospital may do now, beside reading: nothing unless it has sent the referral, or one that lives on here. A site that refers and is a hub
     * too sees what others have sent it.
     */
    public List<String> actionsOf(String hospital) {
        if (organisation.equals(hospital)) {
            return SenderActions.of(this);
        }
        return joint.isFollowedBy(hospital) ? SenderActions.ofFollower(this) : List.of();
    }

    /** For which of these coded reasons it may be stopped now. */
    public List<String> withdrawalReasons(Collection<String> codes) {
        return codes.stream().filter(new Stopping(this)::isPossible).toList();
    }

    /** @throws Refused when it is another hospital's */
    public void demandSender(Actor by) {
        if (!organisation.equals(by.organisation())) {
            throw Refused.because("FORBIDDEN");
        }
    }

    /** @throws Refused when it neither has sent the referral nor follows the child by one that lives on here */
    public void demandSpeaker(Actor by) {
        if (!joint.isFollowedBy(by.organisation())) {
            demandSender(by);
        }
    }

    void moveTo(ReferralStatus next, Occasion occasion) {
        var previous = state;
        if (next != state) {
            become(next);
        }
        note(new ReferralEvent.ReferralMoved(id, nextVersion(), previous, next, occasion.what()), occasion);
    }

    void become(ReferralStatus next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("a referral cannot go from " + state + " to " + next);
        }
        state = next;
        joint = joint.judgedUnseen(false);
        otherwise = null;
        dueOn = null;
        arrived = true;
        if (next.isEnd()) {
            keep(Questions.none());
        }
    }

    /** A search for a hub begins. */
    void route() {
        if (state != ReferralStatus.ROUTING) {
            become(ReferralStatus.ROUTING);
        }
        routing++;
    }

    /** The family does not want to go there: no later search asks that hub. */
    void familyDeclines(String hub) {
        wishes = wishes.declining(hub);
    }

    void keep(FamilyWishes said) {
        wishes = said;
    }

    void keep(Verdicts heard) {
        verdicts = heard;
    }

    /** What a hub has asked that has left needs no answer any more. */
    void keep(Offers heard) {
        offers = heard;
        keep(questions.heldBy(heard));
    }

    void keep(Questions now) {
        questions = now;
        questionDueAt = now.firstDue();
    }

    void keep(Care now) {
        care = now;
    }

    void keep(Joint now) {
        joint = now;
    }

    /** Where another referral of the child began earlier, and back where that was of another child. */
    void startClock(Instant at) {
        clockStartedAt = at;
    }

    void take(Meeting meeting, Objections known) {
        care = care.after(meeting, known);
        notes.met(meeting);
    }

    /** The dossier of the first day; C0 is this instant. */
    void take(Submission sent, Instant at) {
        dossierVersion = 1;
        therapiesSought = sent.therapiesSought();
        facts = sent.facts();
        wishes = sent.wishes();
        clockStartedAt = at;
    }

    void take(Amendment amendment) {
        dossierVersion++;
        facts = amendment.facts();
        notes.amended(amendment);
    }

    /** A verdict ends the search for a hub, and hub-directory-service has not said yet whether a hub was first. */
    void reconsidering(boolean wanted) {
        reconsidering = wanted;
        wishEndsSearch = false;
    }

    /** As {@link #reconsidering}, for a wish of the family. */
    void reconsideringForAWish() {
        reconsidering = true;
        wishEndsSearch = true;
    }

    /** The day that matters next, where the step names one. */
    void comingUp(NextStep step) {
        deferredUntil = step.state() == ReferralStatus.DEFERRED ? step.date() : null;
        opensOn = step.state() == ReferralStatus.NOT_ELIGIBLE ? step.date() : null;
    }

    /** It waits to live on in another one: where it would have gone else. */
    void otherwise(ReferralStatus next) {
        otherwise = next;
    }

    void stopFor(String reason) {
        withdrawalReason = reason;
    }

    void stopping(boolean wanted) {
        stopping = wanted;
    }

    void note(ReferralEvent event, Occasion occasion) {
        version = event.sequence();
        updatedAt = occasion.at();
        dueOn = Due.of(this, Paris.dayOf(occasion.at()));
        if (arrived) {
            factsDueAt = FactsDue.of(this, occasion.at());
            arrived = false;
        }
        notes.changed(new Change(event, state, occasion, isSent()));
    }

    long nextVersion() {
        return version + 1;
    }

    Notes notes() {
        return notes;
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

    public List<Amendment> takeAmendments() {
        return notes.takeAmendments();
    }

    public List<Meeting> takeMeetings() {
        return notes.takeMeetings();
    }

    public List<Question> takeQuestions() {
        return notes.takeQuestions();
    }

    public List<Said> takeMessages() {
        return notes.takeMessages();
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

    /** Whether anybody but its hospital may know of it. */
    public boolean isSent() {
        return clockStartedAt != null;
    }

    public boolean stopping() {
        return stopping;
    }

    public boolean reconsidering() {
        return reconsidering;
    }

    public ReferralStatus otherwise() {
        return otherwise;
    }

    public boolean wishEndsSearch() {
        return wishEndsSearch;
    }

    public String withdrawalReason() {
        return withdrawalReason;
    }

    public long version() {
        return version;
    }

    public int dossierVersion() {
        return dossierVersion;
    }

    public FamilyWishes wishes() {
        return wishes;
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

    /** The offer whose hub waits for facts that it has missed; empty once the hospital has said something. */
    public Optional<Offer> offerWaitingForFacts() {
        return offers.waitingFor(dossierVersion);
    }

    /** Whether this hub is asked, or has accepted. */
    public boolean isHeldBy(String hub) {
        return offers.heldBy(hub).isPresent();
    }

    /** How far the child's care has come. */
    public Care care() {
        return care;
    }

    /**
     * What people wait for the hospital to answer. Asked of the offers and the state once more: a version of this service that
     * knows of no questions may have heard last that a hub has left.
     */
    public Questions questions() {
        return state.isEnd() ? Questions.none() : questions.heldBy(offers);
    }

    public Instant questionDueAt() {
        return questions().firstDue();
    }

    /** What ties it to other referrals of the child. */
    public Joint joint() {
        return joint;
    }

    public LocalDate deferredUntil() {
        return deferredUntil;
    }

    public LocalDate opensOn() {
        return opensOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** Until when the hospital is asked to send the facts that it waits for; null while it waits for none, or when no limit is known. */
    public Instant factsDueAt() {
        return factsDueAt;
    }

    public int routing() {
        return routing;
    }

    RoutingFacts facts() {
        return facts;
    }
}
