package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.RequestBuilder.NOW;
import static fr.genereferral.hubdirectory.RequestBuilder.TODAY;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A placement with what surrounds it: the directory, the limits, ids that count up. */
public final class PlacementBuilder {
    /** How many hubs may keep silent. */
    public static final int PATIENCE = 3;

    private final Directory directory = DirectoryFixtures.directory();
    private final AtomicLong lastId = new AtomicLong();
    private final Supplier<UUID> ids = () -> new UUID(7, lastId.incrementAndGet());
    private final Placement placement;
    private MatchRun run;
    private RoutingRequest request;

    private PlacementBuilder(UUID referralId) {
        placement = Placement.of(referralId);
    }

    public static PlacementBuilder aPlacementFor(RequestBuilder request) {
        var builder = new PlacementBuilder(request.build().referralId());
        return builder.routed(request);
    }

    public PlacementBuilder routed(RequestBuilder asked) {
        request = asked.build();
        var occasion = new MatchRun.Occasion(ids.get(), TODAY, NOW);
        run = MatchRun.of(request, directory, placement.refusals(), occasion);
        placement.route(request, succession(), NOW);
        return this;
    }

    /** The live offer is declined. */
    public PlacementBuilder declined(DeclineReason reason) {
        placement.decline(answer(liveOffer().id()), reason, succession());
        return this;
    }

    public PlacementBuilder accepted() {
        placement.accept(answer(liveOffer().id()), true);
        return this;
    }

    /** What was accepted is given back. */
    public PlacementBuilder givenBack(GiveBackReason reason) {
        placement.giveBack(answer(lastOffer().id()), reason, succession());
        return this;
    }

    public Offer lastOffer() {
        var offers = placement.allOffers();
        return offers.get(offers.size() - 1);
    }

    /** The live offer's time passes without an answer. */
    public PlacementBuilder silent() {
        placement.expire(succession(), PATIENCE, liveOffer().expiresAt());
        return this;
    }

    public static Answer answer(UUID offer) {
        return new Answer(offer, "a-person", NOW);
    }

    public Succession succession() {
        return Succession.asOf(TODAY, run, request, directory, new Succession.Terms(limits(), ids));
    }

    public AnswerLimits limits() {
        return new AnswerLimits(directory.parametersOn(TODAY), day -> false);
    }

    public Offer liveOffer() {
        return Offers.of(placement.allOffers()).live().orElseThrow();
    }

    public Map<String, ExclusionReason> refusals() {
        return placement.refusals();
    }

    public MatchRun run() {
        return run;
    }

    public Directory directory() {
        return directory;
    }

    public Placement build() {
        return placement;
    }
}
