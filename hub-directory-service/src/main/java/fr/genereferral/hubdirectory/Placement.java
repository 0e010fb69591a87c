package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.PlacementEvent.SearchEnd;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The search for a hub for one referral: at most one live offer, one hub after the other. Every change notes
 * exactly one event with the next version, but for the two ends that are referral-service's own news: that a search of which
 * all is said shall end (STOPPED), and that the referral has ended (CLOSED).
 */
@Entity
@Table(name = "placement")
public class Placement {
    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private PlacementState state;

    private long version;

    /** The hospital wants to stop, and the hub that has accepted has not answered yet. */
    @Column(name = "stop_wanted")
    private boolean stopWanted;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private Set<Routing> routings = new HashSet<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private Set<Offer> offers = new HashSet<>();

    @Transient
    private final List<PlacementEvent> events = new ArrayList<>();

    @Transient
    private final List<MatchRun> runs = new ArrayList<>();

    @Transient
    private final List<DirectoryAnomaly> anomalies = new ArrayList<>();

    @Transient
    private final List<LossConfirmation> confirmations = new ArrayList<>();

    @Transient
    private final List<SlotMove> slots = new ArrayList<>();

    protected Placement() {}

    /** A referral that no hub has been asked about yet. */
    public static Placement of(UUID referralId) {
        var placement = new Placement();
        placement.referralId = referralId;
        placement.state = PlacementState.RANKING;
        return placement;
    }

    /** Whether this routing is news: an accepted or closed placement is never moved by a later one. */
    public boolean awaits(int routing) {
        return routing > lastNumber() && state != PlacementState.ACCEPTED && state != PlacementState.CLOSED;
    }

    /** Hubs that a new match run has to leave out because of what was said here. */
    public Map<String, ExclusionReason> refusals() {
        return offers().refusals(lastNumber());
    }

    /** A routing that is news begins: its first hub is asked, or nobody can be. */
    public void route(RoutingRequest request, Succession succession, Instant now) {
        if (!awaits(request.number())) {
            throw new IllegalStateException(
                    "a placement that is " + state + " is not moved by routing " + request.number());
        }
        withdrawLive(WithdrawalCause.NEW_VERDICT, now);
        routings.add(new Routing(request, succession.run()));
        runs.add(succession.run());
        askNext(succession, now);
    }

    /** The hub looks at the offer for the first time. */
    public void see(Answer look) {
        var offer = offers().named(look.offer());
        if (offer.isOpen() && offer.seenAt() == null) {
            note(offer.see(look, nextVersion()));
        }
    }

    /**
     * The hub takes responsibility.
     *
     * @param mayTake whether it is accredited for this child today: else its yes would promise what may not be done
     */
    public void accept(Answer yes, boolean mayTake) {
        var offer = offers().open(yes.offer(), state);
        demand(mayTake);
        become(PlacementState.ACCEPTED);
        note(offer.accept(yes, nextVersion()));
        slots.add(new SlotMove.Take(
                offer.id(),
                offer.hub().id(),
                offer.therapy(),
                lastRouting().request().patient()));
    }

    /** Whether an offer has expired and a yes to it counts all the same. */
    public boolean isLate(UUID offer) {
        return offers().isLate(offer, lastNumber(), state);
    }

    /**
     * The hub takes responsibility after its time has passed: it is asked once more and has said yes. The old offer stays
     * what it has become.
     *
     * @param mayTake as for a yes in time
     */
    public void acceptLate(Answer yes, boolean mayTake, Succession succession) {
        var expired = offers().named(yes.offer());
        if (!isLate(yes.offer())) {
            throw offers().noLongerOpen(expired, state);
        }
        demand(mayTake);
        var again = offer(succession.ranked(expired.hub().id()), succession, yes.at());
        accept(new Answer(again.id(), yes.by(), yes.at()), mayTake);
    }

    private static void demand(boolean mayTake) {
        if (!mayTake) {
            throw Refused.because("HUB_NOT_ACCREDITED");
        }
    }

    /** The hub says no; by its reason the next hub is asked, or the coordinator or the hospital has to act. */
    public void decline(Answer no, DeclineReason reason, Succession succession) {
        var offer = offers().open(no.offer(), state);
        note(offer.decline(reason, no, nextVersion()));
        if (reason == DeclineReason.CAPABILITY_LOST) {
            anomalies.add(DirectoryAnomaly.saidIn(succession.newId(), offer, no.at()));
        }
        switch (reason.follows()) {
            case NEXT_HUB -> askNext(succession, no.at());
            case COORDINATOR -> become(PlacementState.ESCALATED);
            case HOSPITAL -> become(PlacementState.AWAITING_INFORMATION);
        }
    }

    /** The hub that had said yes gives the child back. */
    public void giveBack(Answer back, GiveBackReason reason, Succession succession) {
        var hub = offers().named(back.offer()).hub().id();
        var offer = offers().binding(back.offer(), state, succession.isAble(hub));
        note(offer.giveBack(reason, back, told(WithdrawalCause.GIVEN_BACK), nextVersion()));
        if (reason == GiveBackReason.CAPABILITY_LOST) {
            anomalies.add(DirectoryAnomaly.saidIn(succession.newId(), offer, back.at()));
        }
        goOn(offer, SlotMove.Cause.GIVEN_BACK, succession, back.at());
    }

    /**
     * The hub that has accepted may not give the therapy any longer, and the coordinator says what becomes of the child:
     * nobody else moves it.
     */
    public void confirmLoss(LossConfirmation said, Succession succession, Instant now) {
        var offer = offers().accepted()
                .filter(o -> o.id().equals(said.offer()) && state == PlacementState.ACCEPTED)
                .orElseThrow(() -> Refused.because("NOTHING_TO_CONFIRM"));
        confirmations.add(said);
        if (said.word().decision() == LossDecision.MOVE) {
            note(offer.release(told(WithdrawalCause.ACCREDITATION_LOST), nextVersion(), now));
            goOn(offer, SlotMove.Cause.ACCREDITATION_LOST, succession, now);
        }
    }

    /** A yes holds no longer: its place is free, and the next hub is asked, unless the hospital wants to stop. */
    private void goOn(Offer released, SlotMove.Cause cause, Succession succession, Instant now) {
        slots.add(new SlotMove.Free(released.id(), released.hub().id(), cause));
        if (stopWanted) {
            become(PlacementState.STOPPED);
            return;
        }
        askNext(succession, now);
    }

    private WithdrawalCause told(WithdrawalCause cause) {
        return stopWanted ? WithdrawalCause.WITHDRAWN_BY_HOSPITAL : cause;
    }

    /** The hospital wants to stop, or does not any longer. The hub that has accepted answers where the referral is. */
    public void stopWanted(boolean wanted) {
        stopWanted = wanted;
    }

    /**
     * Nobody has answered in time: the next hub is asked. The coordinator acts when none is left or too many have kept
     * silent. Nothing happens when somebody has answered meanwhile, or the time has not passed.
     *
     * @param patience how many hubs may keep silent in one search
     */
    public void expire(Succession succession, int patience, Instant now) {
        offers().live().filter(offer -> offer.isOverdue(now)).ifPresent(offer -> {
            note(offer.expire(nextVersion(), now));
            var silent = offers().silentIn(lastNumber()).size();
            nextOf(succession)
                    .filter(next -> silent < patience)
                    .ifPresentOrElse(
                            next -> offer(next, succession, now), () -> escalate(succession, SearchEnd.UNANSWERED));
        });
    }

    /** The hub that is being asked may no longer give the therapy: the next one is asked. A hub that said yes is left alone. */
    public void loseAccreditation(Succession succession, Instant now) {
        offers().live()
                .filter(offer -> succession.hasLostAccreditation(offer.hub().id()))
                .ifPresent(offer -> {
                    withdrawLive(WithdrawalCause.ACCREDITATION_ENDED, now);
                    askNext(succession, now);
                });
    }

    /**
     * The routing shall end: the live offer is taken back. Without one everything had been said before; but no hub that has
     * kept silent may take the child any more.
     */
    public void cancel(int routing, WithdrawalCause cause, Instant now) {
        if (routing == lastNumber()) {
            withdrawLive(cause, now);
            if (state == PlacementState.ESCALATED) {
                become(PlacementState.STOPPED);
            }
        }
    }

    /** The referral has ended: whoever waits may have the place. */
    public void close(Instant now) {
        close(SlotMove.Cause.CLOSED, now);
    }

    /** The outcome was reported. */
    public void complete(Instant now) {
        close(SlotMove.Cause.COMPLETED, now);
    }

    private void close(SlotMove.Cause cause, Instant now) {
        if (state == PlacementState.ACCEPTED) {
            offers().accepted()
                    .ifPresent(offer ->
                            slots.add(new SlotMove.Free(offer.id(), offer.hub().id(), cause)));
        }
        withdrawLive(WithdrawalCause.WITHDRAWN_BY_HOSPITAL, now);
        become(PlacementState.CLOSED);
    }

    private void askNext(Succession succession, Instant now) {
        nextOf(succession)
                .ifPresentOrElse(
                        candidate -> offer(candidate, succession, now),
                        () -> escalate(succession, SearchEnd.NO_HUB_LEFT));
    }

    private Optional<MatchRun.Candidate> nextOf(Succession succession) {
        return succession.next(offers().askedIn(lastNumber()));
    }

    private Offer offer(MatchRun.Candidate candidate, Succession succession, Instant now) {
        var routing = lastRouting();
        var period = succession.period(routing.request(), now);
        var offer = new Offer(succession.newId(), referralId, routing, candidate, period);
        offers.add(offer);
        become(PlacementState.OFFERED);
        var next = succession.remaining(offers().askedIn(lastNumber())).limit(2).toList();
        note(offer.made(candidate, routing, next, nextVersion()));
        return offer;
    }

    private void escalate(Succession succession, SearchEnd why) {
        become(PlacementState.ESCALATED);
        var declined = offers().declinedIn(lastNumber());
        var excluded = succession.excluded(declined, offers().silentIn(lastNumber()));
        note(lastRouting().nobody(nextVersion(), why, declined, excluded));
    }

    private void withdrawLive(WithdrawalCause cause, Instant now) {
        offers().live().ifPresent(offer -> {
            become(PlacementState.STOPPED);
            note(offer.withdraw(cause, nextVersion(), now));
        });
    }

    private void become(PlacementState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("a placement cannot go from " + state + " to " + next);
        }
        state = next;
    }

    private Offers offers() {
        return Offers.of(offers);
    }

    private int lastNumber() {
        return routings.stream().mapToInt(Routing::number).max().orElse(0);
    }

    private long nextVersion() {
        return version + 1;
    }

    private void note(PlacementEvent event) {
        version = event.sequence();
        events.add(event);
    }

    /** Hands over what has happened since the last call, for the port to store with the row. */
    public List<PlacementEvent> takeEvents() {
        return drained(events);
    }

    public List<MatchRun> takeRuns() {
        return drained(runs);
    }

    public List<DirectoryAnomaly> takeAnomalies() {
        return drained(anomalies);
    }

    public List<LossConfirmation> takeLossConfirmations() {
        return drained(confirmations);
    }

    public List<SlotMove> takeSlotMoves() {
        return drained(slots);
    }

    private static <T> List<T> drained(List<T> noted) {
        var taken = List.copyOf(noted);
        noted.clear();
        return taken;
    }

    /** Whether any routing was asked for. */
    public boolean isRouted() {
        return !routings.isEmpty();
    }

    /** The routing that the placement is at. */
    public Routing lastRouting() {
        return routings.stream().max(Comparator.comparingInt(Routing::number)).orElseThrow();
    }

    /** The offer with this id. */
    public Offer offer(UUID id) {
        return offers().named(id);
    }

    /** The offer of the hub that is responsible. */
    public Optional<Offer> accepted() {
        return offers().accepted();
    }

    /** Oldest first. */
    public List<Offer> allOffers() {
        return offers().all();
    }

    public UUID referralId() {
        return referralId;
    }

    public PlacementState state() {
        return state;
    }

    public long version() {
        return version;
    }
}
