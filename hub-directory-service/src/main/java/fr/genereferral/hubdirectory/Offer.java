package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.PlacementEvent.HeardBy;
import fr.genereferral.hubdirectory.PlacementEvent.OfferAccepted;
import fr.genereferral.hubdirectory.PlacementEvent.OfferDeclined;
import fr.genereferral.hubdirectory.PlacementEvent.OfferExpired;
import fr.genereferral.hubdirectory.PlacementEvent.OfferMade;
import fr.genereferral.hubdirectory.PlacementEvent.OfferSeen;
import fr.genereferral.hubdirectory.PlacementEvent.OfferWithdrawn;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One hub, asked once to take one child for one therapy. */
@Entity
@Table(name = "offer")
public class Offer {
    @Id
    private UUID id;

    /** Written through the placement's collection. */
    @Column(name = "referral_id", insertable = false, updatable = false)
    private UUID referralId;

    @Column(name = "match_run_id")
    private UUID matchRunId;

    private int routing;
    private int rank;
    private String therapy;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Embedded
    private HubName hub;

    @Enumerated(EnumType.STRING)
    private OfferState state;

    private boolean illustrative;

    @Column(name = "offered_at")
    private Instant offeredAt;

    /** Until when an answer is asked for; a yes counts afterwards too, as long as nothing has come of the silence. */
    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    /** Subject of the person who answered, or wrote the answer down; nobody for an offer that was taken back. */
    @Column(name = "answered_by")
    private String answeredBy;

    /** How the hub's answer came; null where the hub has answered itself. */
    @Embedded
    private Heard heard;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_reason")
    private DeclineReason declineReason;

    /** When the hub said yes; still known when the yes holds no longer. */
    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "give_back_reason")
    private GiveBackReason giveBackReason;

    @Column(name = "given_back_by")
    private String givenBackBy;

    /** What the yes came with; null where it came with nothing, and where nobody has said yes. */
    private AcceptanceTerms terms;

    @Embedded
    private Rest rest;

    /** The placement's version when this offer last changed. */
    private long version;

    protected Offer() {}

    Offer(UUID id, UUID referralId, Routing routing, Turn turn, AnswerPeriod period) {
        var asked = turn.candidate();
        this.id = id;
        this.referralId = referralId;
        this.matchRunId = turn.run().id();
        this.routing = routing.number();
        this.rank = asked.rank();
        this.therapy = routing.therapy();
        this.urgency = period.urgency();
        this.hub = asked.hub();
        this.illustrative = asked.illustrative();
        this.state = OfferState.OPEN;
        this.offeredAt = period.offeredAt();
        this.expiresAt = period.expiresAt();
        this.rest = Rest.none();
    }

    OfferSeen see(Answer answer, long placementVersion) {
        seenAt = answer.at();
        version = placementVersion;
        return new OfferSeen(referralId, version, id, hub.id(), seenAt);
    }

    OfferAccepted accept(Answer answer, long placementVersion) {
        end(OfferState.ACCEPTED, placementVersion, answer.at());
        answeredBy = answer.by();
        heard = answer.heard();
        acceptedAt = endedAt;
        terms = answer.terms();
        return new OfferAccepted(referralId, version, id, hub.id(), endedAt, HeardBy.of(heard), terms);
    }

    OfferDeclined decline(DeclineReason reason, Answer answer, long placementVersion) {
        end(OfferState.DECLINED, placementVersion, answer.at());
        answeredBy = answer.by();
        heard = answer.heard();
        declineReason = reason;
        return new OfferDeclined(
                referralId, version, id, hub.id(), endedAt, reason, reason.follows(), HeardBy.of(heard));
    }

    OfferExpired expire(long placementVersion, Instant at) {
        end(OfferState.EXPIRED, placementVersion, at);
        return new OfferExpired(referralId, version, id, hub.id(), at);
    }

    OfferWithdrawn withdraw(WithdrawalCause cause, long placementVersion, Instant at) {
        end(OfferState.WITHDRAWN, placementVersion, at);
        return new OfferWithdrawn(referralId, version, id, hub.id(), at, cause, null);
    }

    OfferWithdrawn giveBack(GiveBackReason reason, Answer answer, WithdrawalCause cause, long placementVersion) {
        givenBackBy = answer.by();
        giveBackReason = reason;
        return release(cause, placementVersion, answer.at());
    }

    /** The yes holds no longer. */
    OfferWithdrawn release(WithdrawalCause cause, long placementVersion, Instant at) {
        if (state != OfferState.ACCEPTED) {
            throw new IllegalStateException("what is " + state + " cannot be given up");
        }
        become(OfferState.WITHDRAWN, placementVersion, at);
        return new OfferWithdrawn(referralId, version, id, hub.id(), at, cause, giveBackReason);
    }

    /** Its hub has asked the hospital something, or was told. Both are counted, and move the clock of an open offer alone. */
    void heard(OfferQuestion said, AnswerLimits limits, Instant now) {
        rest = rest.counting(said);
        if (isOpen()) {
            var clock =
                    new RestingClock(new AnswerPeriod(urgency, offeredAt, expiresAt), rest).heard(said, limits, now);
            expiresAt = clock.period().expiresAt();
            rest = clock.rest();
        }
    }

    /** @param by null when the ranking has chosen the hub */
    OfferMade made(
            Turn turn, Routing of, List<MatchRun.Candidate> next, PlacementEvent.Assigned by, long placementVersion) {
        version = placementVersion;
        return OfferMade.of(this, turn, of, next, by);
    }

    private void end(OfferState as, long placementVersion, Instant at) {
        if (!state.next().contains(as)) {
            throw new IllegalStateException("an offer cannot go from " + state + " to " + as);
        }
        become(as, placementVersion, at);
    }

    private void become(OfferState as, long placementVersion, Instant at) {
        state = as;
        endedAt = at;
        version = placementVersion;
    }

    public boolean isOpen() {
        return state == OfferState.OPEN;
    }

    /** Nobody has answered, the time for it has passed, and the clock does not rest. */
    boolean isOverdue(Instant now) {
        return isOpen() && !expiresAt.isAfter(now) && !rest.isOn(now);
    }

    /** What this hub was told of the child it may read. */
    public boolean stands() {
        return state.stands();
    }

    /** The hub has the child's request. */
    public boolean isHeld(PlacementState placement) {
        return state.isHeld(placement);
    }

    public UUID id() {
        return id;
    }

    public UUID referralId() {
        return referralId;
    }

    public UUID matchRunId() {
        return matchRunId;
    }

    public int routing() {
        return routing;
    }

    public int rank() {
        return rank;
    }

    public String therapy() {
        return therapy;
    }

    public Urgency urgency() {
        return urgency;
    }

    public HubName hub() {
        return hub;
    }

    public OfferState state() {
        return state;
    }

    public boolean illustrative() {
        return illustrative;
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant seenAt() {
        return seenAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Null where the hub has answered itself, or nobody has. */
    public Heard heard() {
        return heard;
    }

    /** Subject of the person who answered, or wrote the answer down; null where nobody did. */
    public String answeredBy() {
        return answeredBy;
    }

    public DeclineReason declineReason() {
        return declineReason;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public GiveBackReason giveBackReason() {
        return giveBackReason;
    }

    /** Null where the yes came with nothing, and where nobody has said yes. */
    public AcceptanceTerms terms() {
        return terms;
    }

    public Rest rest() {
        return rest;
    }

    public long version() {
        return version;
    }
}
