package fr.genereferral.referral.histories;

import fr.genereferral.referral.Actor;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.Placing;
import fr.genereferral.referral.ReferralEvent;
import fr.genereferral.referral.ReferralStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * hub-directory-service as others know it: it asks one hub after the other, alone decides who was first, and says so. Where the
 * two could differ the description of the machines counts, not this model.
 */
class HubDirectory {
    static final List<String> HUBS = List.of("750100208", "130804297", "690781810", "330781360");
    private static final int PATIENCE = 3;
    private static final int HOUR = 3600;

    /** Who holds the placement. */
    enum State {
        RANKING,
        OFFERED,
        ACCEPTED,
        ESCALATED,
        AWAITING_INFORMATION,
        STOPPED,
        CLOSED
    }

    /** What it says: something that happens to a referral at an instant. */
    interface Said extends BiConsumer<Placing, Instant> {}

    /** One hub and what has become of its offer. */
    static final class Asked {
        final UUID id;
        final String hub;
        final int routing;
        String state = "OPEN";
        String reason;

        Asked(UUID id, String hub, int routing) {
            this.id = id;
            this.hub = hub;
            this.routing = routing;
        }
    }

    private final Consumer<Said> says;
    private final List<Asked> offers = new ArrayList<>();
    private final Set<Integer> cameToTheCoordinator = new HashSet<>();
    private State state = State.RANKING;
    private boolean stopWanted;
    private boolean reopened;
    private int routing;
    private String therapy;
    private Set<String> unwanted = Set.of();

    HubDirectory(Consumer<Said> says) {
        this.says = says;
    }

    State state() {
        return state;
    }

    /** The coordinator sees it among what waits for somebody to act. */
    boolean waitsForTheCoordinator() {
        return state == State.ESCALATED || state == State.RANKING && reopened;
    }

    /** The offer that is live, or that a hub is responsible by. */
    Optional<Asked> held() {
        return offers.stream()
                .filter(offer -> offer.state.equals("OPEN") || offer.state.equals("ACCEPTED"))
                .findFirst();
    }

    void hear(ReferralEvent event, Instant now) {
        if (event instanceof ReferralEvent.RoutingRequested said) {
            route(said, now);
        } else if (event instanceof ReferralEvent.RoutingCancelled said && said.routing() >= routing) {
            cancel(said.cause(), now);
        } else if (event instanceof ReferralEvent.ReferralMoved said) {
            if (said.state() == ReferralStatus.CANCEL_REQUESTED
                    || said.previousState() == ReferralStatus.CANCEL_REQUESTED) {
                stopWanted = said.state() == ReferralStatus.CANCEL_REQUESTED;
            }
        } else if (event instanceof ReferralEvent.ReferralClosed said) {
            end(said.state(), now);
        }
    }

    void end(ReferralStatus ended, Instant now) {
        if (ended == ReferralStatus.MERGED) {
            rest(now);
            return;
        }
        withdrawLive("WITHDRAWN_BY_HOSPITAL", now);
        state = State.CLOSED;
    }

    /** The child is referred by another one; a hub that had kept silent and has said yes meanwhile is not responsible. */
    private void rest(Instant now) {
        if (state == State.ACCEPTED) {
            var offer = held().orElseThrow();
            offer.state = "WITHDRAWN";
            state = State.STOPPED;
            says.accept((placing, at) -> placing.offerMerged(offer.id, now, directory(), at));
        }
        withdrawLive("MERGED", now);
        stop();
    }

    private void stop() {
        if (state == State.ESCALATED || state == State.RANKING) {
            state = State.STOPPED;
        }
    }

    private void route(ReferralEvent.RoutingRequested asked, Instant now) {
        if (asked.routing() <= routing || state == State.ACCEPTED || state == State.CLOSED) {
            return;
        }
        withdrawLive("NEW_VERDICT", now);
        routing = asked.routing();
        therapy = asked.therapy();
        unwanted = Set.copyOf(asked.hubsDeclinedByFamily());
        next(now);
    }

    private void cancel(String cause, Instant now) {
        withdrawLive(cause, now);
        if (!cause.equals("WISHES_CHANGED") && !(cause.equals("MERGED") && state == State.ESCALATED)) {
            stop();
        }
    }

    private void withdrawLive(String cause, Instant now) {
        live().ifPresent(offer -> {
            offer.state = "WITHDRAWN";
            state = State.STOPPED;
            says.accept(
                    switch (cause) {
                        case "WISHES_CHANGED" -> (placing, at) -> placing.offerUnwished(offer.id, now, directory(), at);
                        case "MERGED" -> (placing, at) -> placing.offerMerged(offer.id, now, directory(), at);
                        default -> (placing, at) -> placing.offerWithdrawn(offer.id, now, false, directory(), at);
                    });
        });
    }

    private Optional<Asked> live() {
        return offers.stream().filter(offer -> offer.state.equals("OPEN")).findFirst();
    }

    /** The next hub is asked, or the coordinator acts. */
    void next(Instant now) {
        candidates().stream().findFirst().ifPresentOrElse(hub -> ask(hub, now), () -> escalate(null));
    }

    private List<String> candidates() {
        return cameToTheCoordinator.contains(routing)
                ? List.of()
                : HUBS.stream()
                        .filter(hub -> !unwanted.contains(hub) && !isOut(hub))
                        .toList();
    }

    /** Asked in this search, or has said no for good. */
    private boolean isOut(String hub) {
        return offers.stream()
                .filter(offer -> offer.hub.equals(hub))
                .anyMatch(offer -> offer.routing == routing || "OTHER".equals(offer.reason));
    }

    private Offer open(String hub, Instant now) {
        var asked = new Asked(new UUID(2, offers.size() + 1L), hub, routing);
        offers.add(asked);
        state = State.OFFERED;
        return new Offer(
                asked.id,
                new UUID(3, routing),
                therapy,
                new Offer.Hub(hub, "Hub " + hub, "Ville"),
                1,
                HUBS.size(),
                false,
                "OPEN",
                now,
                now.plusSeconds(HOUR),
                null,
                null,
                null,
                new Offer.Travel(1, true, new Offer.Origin("DEPARTEMENT", "2B"), List.of()),
                1,
                List.of(),
                List.of(),
                null);
    }

    void ask(String hub, Instant now) {
        var offer = open(hub, now);
        says.accept((placing, at) -> placing.offerMade(offer, directory(), at));
    }

    private void escalate(String reason) {
        state = State.ESCALATED;
        says.accept((placing, at) -> placing.noHubFound(reason, directory(), at));
    }

    /** The hub looks, once or again. */
    void see(Instant now) {
        live().ifPresent(offer -> says.accept((placing, at) -> placing.offerSeen(offer.id, now, hub(offer), at)));
    }

    /** The hub says yes; or one that had kept silent does, while nobody is asked and no hub has found the child unsuitable. */
    void accept(Random chance, Instant now) {
        if (live().isPresent()) {
            take(live().get(), now);
        } else if (state == State.ESCALATED && inThisSearch(this::isUnsuitable).isEmpty()) {
            any(inThisSearch(offer -> offer.state.equals("EXPIRED")), chance).ifPresent(late -> {
                cameToTheCoordinator.add(routing);
                ask(late.hub, now);
                take(live().orElseThrow(), now);
            });
        }
    }

    private boolean isUnsuitable(Asked offer) {
        return "CLINICALLY_UNSUITABLE".equals(offer.reason);
    }

    private void take(Asked offer, Instant now) {
        offer.state = "ACCEPTED";
        state = State.ACCEPTED;
        says.accept((placing, at) -> placing.offerAccepted(offer.id, now, hub(offer), at));
    }

    void decline(Random chance, Instant now) {
        live().ifPresent(offer -> {
            offer.state = "DECLINED";
            offer.reason = List.of(
                            "NO_CAPACITY", "FAMILY_PREFERENCE", "OTHER", "CLINICALLY_UNSUITABLE", "DATA_INSUFFICIENT")
                    .get(chance.nextInt(5));
            var follows =
                    switch (offer.reason) {
                        case "CLINICALLY_UNSUITABLE" -> "COORDINATOR";
                        case "DATA_INSUFFICIENT" -> "HOSPITAL";
                        default -> "NEXT_HUB";
                    };
            says.accept((placing, at) -> placing.offerDeclined(offer.id, now, offer.reason, follows, hub(offer), at));
            switch (follows) {
                case "COORDINATOR" -> state = State.ESCALATED;
                case "HOSPITAL" -> state = State.AWAITING_INFORMATION;
                default -> next(now);
            }
        });
    }

    void expire(Instant now) {
        live().ifPresent(offer -> {
            offer.state = "EXPIRED";
            says.accept((placing, at) -> placing.offerExpired(offer.id, now, directory(), at));
            if (inThisSearch(one -> one.state.equals("EXPIRED")).size() >= PATIENCE) {
                escalate("UNANSWERED");
            } else {
                next(now);
            }
        });
    }

    /** The hub that is asked may not give the therapy any longer. */
    void loseAccreditation(Instant now) {
        live().ifPresent(offer -> {
            offer.state = "WITHDRAWN";
            says.accept((placing, at) -> placing.offerWithdrawn(offer.id, now, true, directory(), at));
            next(now);
        });
    }

    /** The hub gives back what it had accepted; or may not keep it, as the coordinator confirms. */
    void giveBack(Random chance, Instant now) {
        if (state != State.ACCEPTED) {
            return;
        }
        var offer = held().orElseThrow();
        offer.state = "WITHDRAWN";
        var goesOn = !stopWanted;
        var release = chance.nextBoolean()
                ? new Placing.Release("OFFER_GIVEN_BACK", "FAMILY_PREFERENCE", goesOn)
                : new Placing.Release(goesOn ? "ACCREDITATION_LOST" : "OFFER_WITHDRAWN", null, goesOn);
        says.accept((placing, at) -> placing.offerReleased(offer.id, now, release, hub(offer), at));
        if (goesOn) {
            next(now);
        } else {
            state = State.STOPPED;
        }
    }

    /** The coordinator names a hub, asked before or not. */
    void assign(Random chance, Instant now) {
        if (state == State.ESCALATED) {
            cameToTheCoordinator.add(routing);
            var offer = open(HUBS.get(chance.nextInt(HUBS.size())), now);
            says.accept((placing, at) -> placing.offerAssigned(offer, "OTHER", COORDINATOR, at));
        }
    }

    /** The coordinator lets the search begin anew, or says so once more when nobody has asked for it. */
    void reopen() {
        if (state == State.ESCALATED || state == State.RANKING && reopened) {
            state = State.RANKING;
            reopened = true;
            var number = routing;
            says.accept((placing, at) -> placing.searchReopened(number, "OTHER", COORDINATOR, at));
        }
    }

    private static final Actor COORDINATOR = new Actor("hub-directory-service", "national", "coordinator");

    private static Actor directory() {
        return Actor.platform("hub-directory-service");
    }

    private static Actor hub(Asked offer) {
        return new Actor("hub-directory-service", offer.hub, "hub");
    }

    private List<Asked> inThisSearch(Predicate<Asked> wanted) {
        return offers.stream()
                .filter(offer -> offer.routing == routing && wanted.test(offer))
                .toList();
    }

    private static Optional<Asked> any(List<Asked> all, Random chance) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(chance.nextInt(all.size())));
    }
}
