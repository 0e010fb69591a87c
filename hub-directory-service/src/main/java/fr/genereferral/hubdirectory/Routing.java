package fr.genereferral.hubdirectory;

import fr.genereferral.hubdirectory.PlacementEvent.NoHubFound;
import fr.genereferral.hubdirectory.PlacementEvent.SearchEnd;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A routing that was asked for, with the facts it was asked with: what an erasure removes and a match run never holds. */
@Entity
@Table(name = "routing")
public class Routing {
    /** The id of its match run. */
    @Id
    private UUID id;

    /** Written through the placement's collection. */
    @Column(name = "referral_id", insertable = false, updatable = false)
    private UUID referralId;

    private int number;
    private String therapy;

    @Column(name = "pack_version")
    private int packVersion;

    private String verdict;

    @Column(name = "conditional_on")
    private String conditionalOn;

    private String warnings;

    @Embedded
    private PatientFacts patient;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Column(name = "eligible_until")
    private LocalDate eligibleUntil;

    private String hospital;
    private String residence;

    @Column(name = "followed_by")
    private String followedBy;

    @Column(name = "preferred_hub")
    private String preferredHub;

    @Column(name = "declined_hubs")
    private String declinedHubs;

    @Column(name = "clock_started_at")
    private Instant clockStartedAt;

    /** How many hubs its match run has ranked. */
    private int candidates;

    protected Routing() {}

    Routing(RoutingRequest request, MatchRun run) {
        id = run.id();
        candidates = run.ranked().size();
        referralId = request.referralId();
        number = request.number();
        therapy = request.asked().therapy();
        packVersion = request.asked().packVersion();
        verdict = request.asked().verdict();
        conditionalOn = String.join(",", request.asked().conditionalOn());
        warnings = String.join(",", request.asked().warnings());
        patient = request.patient();
        urgency = request.urgency();
        eligibleUntil = request.eligibleUntil();
        hospital = request.background().hospital();
        residence = request.background().residence();
        followedBy = request.background().followedBy();
        preferredHub = request.background().wishes().preferred();
        declinedHubs = String.join(",", request.background().wishes().declined());
        clockStartedAt = request.clockStartedAt();
    }

    /** The request as it was asked: a match run can be made again from it. */
    public RoutingRequest request() {
        return new RoutingRequest(
                referralId,
                number,
                new RoutingRequest.Asked(therapy, packVersion, verdict, ids(conditionalOn), ids(warnings)),
                patient,
                urgency,
                eligibleUntil,
                new RoutingRequest.Background(hospital, residence, followedBy, wishes()),
                clockStartedAt);
    }

    private RoutingRequest.Wishes wishes() {
        return new RoutingRequest.Wishes(preferredHub, ids(declinedHubs));
    }

    NoHubFound nobody(
            long placementVersion, SearchEnd reason, List<String> declined, List<MatchRun.Exclusion> excluded) {
        return new NoHubFound(referralId, placementVersion, number, id, therapy, reason, declined, excluded);
    }

    /** Whether this search has begun with a match run; else somebody has named a hub by it. */
    boolean hasBegunWith(UUID matchRun) {
        return id.equals(matchRun);
    }

    /** Whether somebody has named the hub of an offer in this search: it is by another choice than that of the search. */
    boolean isByHand(Offer offer) {
        return !hasBegunWith(offer.matchRunId());
    }

    private static List<String> ids(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    public UUID id() {
        return id;
    }

    public int number() {
        return number;
    }

    String therapy() {
        return therapy;
    }

    public int candidates() {
        return candidates;
    }

    List<String> conditionalOn() {
        return ids(conditionalOn);
    }
}
