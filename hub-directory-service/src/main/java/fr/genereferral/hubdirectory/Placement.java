package fr.genereferral.hubdirectory;

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
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The search for a hub for one referral: at most one live offer, one hub after the other. Every change notes
 * exactly one event with the next version, but for the two ends that are referral-service's own news: that a search of which
 * all is said shall end (STOPPED), and that the referral has ended (CLOSED).
 */
@Entity
@Table(name = "placement")
public class Placement {
    /** How long referral-service may take to ask for a search that was reopened; as a rule it is a second. */
    public static final Duration REOPENING = Duration.ofMinutes(1);

    @Id
    @Column(name = "referral_id")
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    private PlacementState state;

    private long version;

    /** The hospital wants to stop, and the hub that has accepted has not answered yet. */
    @Column(name = "stop_wanted")
    private boolean stopWanted;

    /** When the coordinator last let a search begin anew; null when never. */
    @Column(name = "reopened_at")
    private Instant reopenedAt;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private Set<Routing> routings = new HashSet<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private Set<Offer> offers = new HashSet<>();

    @Transient
    private final Noted noted = new Noted();

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
        return offers().refusals(routings);
    }

    /** A routing that is news begins: its first hub is asked, or nobody can be. */
    public void route(RoutingRequest request, Succession succession, Instant now) {
        if (!awaits(request.number())) {
            throw new IllegalStateException(
                    "a placement that is " + state + " is not moved by routing " + request.number());
        }
        new Releasing(this).withdrawLive(WithdrawalCause.NEW_VERDICT, now);
        routings.add(new Routing(request, succession.run()));
        noted.run(succession.run());
        new Asking(this, succession, now).next();
    }

    /** The hub looks at the offer for the first time. */
    public void see(Answer look) {
        new Answering(this).see(look);
    }

    /**
     * The hub takes responsibility.
     *
     * @param mayTake whether it is accredited for this child today: else its yes would promise what may not be done
     */
    public void accept(Answer yes, boolean mayTake) {
        new Answering(this).accept(yes, mayTake);
    }

    /** Whether an offer has expired and a yes to it counts all the same. */
    public boolean isLate(UUID offer) {
        return new Silence(this).isLate(offer);
    }

    /**
     * The hub takes responsibility after its time has passed: it is asked once more and has said yes. The old offer stays
     * what it has become.
     *
     * @param mayTake as for a yes in time
     * @param askedBy the match run of the old offer
     */
    public void acceptLate(Answer yes, boolean mayTake, MatchRun askedBy, Succession succession) {
        new Silence(this).acceptLate(yes, mayTake, askedBy, succession);
    }

    /** The hub says no; by its reason the next hub is asked, or the coordinator or the hospital has to act. */
    public void decline(Answer no, DeclineReason reason, Succession succession) {
        new Answering(this).decline(no, reason, succession);
    }

    /** The hub that had said yes gives the child back. */
    public void giveBack(Answer back, GiveBackReason reason, Succession succession) {
        new Releasing(this).giveBack(back, reason, succession);
    }

    /**
     * The hub that has accepted may not give the therapy any longer, and the coordinator says what becomes of the child:
     * nobody else moves it.
     */
    public void confirmLoss(LossConfirmation said, Succession succession, Instant now) {
        new Releasing(this).confirmLoss(said, succession, now);
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
        new Silence(this).expire(succession, patience, now);
    }

    /** The hub that is asked, or has accepted, has put a question to the hospital, or was told. Whoever has left hears nothing. */
    public void questioned(OfferQuestion said, AnswerLimits limits, Instant now) {
        offers.stream()
                .filter(offer -> offer.id().equals(said.offer()) && offer.isHeld(state))
                .forEach(offer -> offer.heard(said, limits, now));
    }

    /** The hub that is being asked may no longer give the therapy: the next one is asked. A hub that said yes is left alone. */
    public void loseAccreditation(Succession succession, Instant now) {
        new Releasing(this).loseAccreditation(succession, now);
    }

    /**
     * The routing shall end: the live offer is taken back. Without one everything had been said before; but no hub that has
     * kept silent may take the child any more.
     *
     * @param routing an earlier one has ended already; a later one was not heard of while a hub was responsible, and the search that
     *     goes on here is all there is to end
     */
    public void cancel(int routing, WithdrawalCause cause, Instant now) {
        if (routing >= lastNumber()) {
            new Releasing(this).cancel(cause, now);
        }
    }

    /** The referral has ended: whoever waits may have the place. */
    public void close(Instant now) {
        new Releasing(this).close(SlotMove.Cause.CLOSED, now);
    }

    /** The child is referred by another referral, and by this one again where that was wrong: until then nobody is asked. */
    public void rest(Instant now) {
        new Releasing(this).rest(now);
    }

    /** The outcome was reported. */
    public void complete(Instant now) {
        new Releasing(this).close(SlotMove.Cause.COMPLETED, now);
    }

    /** Nobody is asked, or a search that was reopened has not begun in time: that it was may have been lost on the way. */
    public boolean awaitsCoordinator(Instant now) {
        return state == PlacementState.ESCALATED
                || state == PlacementState.RANKING
                        && reopenedAt != null
                        && !reopenedAt.plus(REOPENING).isAfter(now);
    }

    void reopenedAt(Instant now) {
        become(PlacementState.RANKING);
        reopenedAt = now;
    }

    void become(PlacementState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("a placement cannot go from " + state + " to " + next);
        }
        state = next;
    }

    void add(Offer offer) {
        offers.add(offer);
    }

    Offers offers() {
        return Offers.of(offers);
    }

    int lastNumber() {
        return routings.stream().mapToInt(Routing::number).max().orElse(0);
    }

    long nextVersion() {
        return version + 1;
    }

    public boolean isStopWanted() {
        return stopWanted;
    }

    Noted noted() {
        return noted;
    }

    void note(PlacementEvent event) {
        version = event.sequence();
        noted.event(event);
    }

    /** Hands over what has happened since the last call, for the port to store with the row. */
    public List<PlacementEvent> takeEvents() {
        return noted.takeEvents();
    }

    public List<MatchRun> takeRuns() {
        return noted.takeRuns();
    }

    public List<DirectoryAnomaly> takeAnomalies() {
        return noted.takeAnomalies();
    }

    public List<LossConfirmation> takeLossConfirmations() {
        return noted.takeLossConfirmations();
    }

    public List<SlotMove> takeSlotMoves() {
        return noted.takeSlotMoves();
    }

    public List<Intervention> takeInterventions() {
        return noted.takeInterventions();
    }

    /** Whether a search has begun with this match run; else somebody has named a hub by it. */
    public boolean hasBegunWith(MatchRun run) {
        return routings.stream().anyMatch(routing -> routing.hasBegunWith(run.id()));
    }

    /** Match runs by which somebody has named hubs in the search that the placement is at. */
    public Set<UUID> runsByHand() {
        var search = lastRouting();
        return offers().madeIn(search.number()).stream()
                .filter(search::isByHand)
                .map(Offer::matchRunId)
                .collect(Collectors.toSet());
    }

    /** Whether any routing was asked for. */
    public boolean isRouted() {
        return !routings.isEmpty();
    }

    /** All that were asked for, in no order. */
    public Set<Routing> routings() {
        return Set.copyOf(routings);
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
