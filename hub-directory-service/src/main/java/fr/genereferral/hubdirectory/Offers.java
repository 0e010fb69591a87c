package fr.genereferral.hubdirectory;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The offers of one placement, oldest first: who is being asked, who was, and who is not to be asked again. */
record Offers(List<Offer> all) {

    static Offers of(Collection<Offer> offers) {
        return new Offers(offers.stream()
                .sorted(Comparator.comparing(Offer::offeredAt).thenComparing(Offer::id))
                .toList());
    }

    Optional<Offer> live() {
        return all.stream().filter(Offer::isOpen).findFirst();
    }

    /** Of the hub that is responsible. */
    Optional<Offer> accepted() {
        return all.stream().filter(o -> o.state() == OfferState.ACCEPTED).findFirst();
    }

    Offer named(UUID id) {
        return all.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow(Refused::notFound);
    }

    /** The one that is answered; fails when it has ended, and says who is being asked or has accepted instead. */
    Offer open(UUID id, PlacementState placement) {
        var offer = named(id);
        if (!offer.isOpen()) {
            throw noLongerOpen(offer, placement);
        }
        return offer;
    }

    /** The one that a hub is responsible by; fails when it is not, and says who is being asked or has accepted instead. */
    Offer binding(UUID id, PlacementState placement, boolean mayTake) {
        var offer = named(id);
        if (!offer.state().isBinding(placement)) {
            throw Refused.notAccepted(holder(offer, placement), mayTake);
        }
        return offer;
    }

    private Refused.Holder holder(Offer offer, PlacementState placement) {
        var held = all.stream().filter(Offer::stands).findFirst();
        var own = held.filter(o -> o.hub().id().equals(offer.hub().id()));
        return new Refused.Holder(
                offer.state(),
                placement,
                held.map(Offer::hub).orElse(null),
                own.map(Offer::id).orElse(null));
    }

    /** Who is being asked or has accepted instead. */
    Refused noLongerOpen(Offer offer, PlacementState placement) {
        return Refused.noLongerOpen(holder(offer, placement));
    }

    /**
     * Whether a hub that has let its time pass may still say yes: it was asked in the search that the placement is at,
     * it has said nothing else since, and that search has come to its end without a hub. Where that end is a hub's finding that the child is not to be
     * treated, the coordinator decides: whoever was asked before does not go past it.
     */
    boolean isLate(UUID id, int lastRouting, PlacementState placement) {
        var offer = named(id);
        return isSilent(offer)
                && offer.routing() == lastRouting
                && placement == PlacementState.ESCALATED
                && lastWordsIn(lastRouting).anyMatch(last -> last.id().equals(id))
                && in(lastRouting).noneMatch(Offers::isLeftToTheCoordinator);
    }

    /**
     * Whether a search has come to its end before: somebody has named a hub in it, or one that had kept silent has said yes
     * after all.
     */
    boolean hasComeToTheCoordinator(Routing search) {
        return isAnyByHand(search)
                || in(search.number()).count() > askedIn(search.number()).size();
    }

    private boolean isAnyByHand(Routing search) {
        return in(search.number()).anyMatch(search::isByHand);
    }

    /** Those of one search. */
    List<Offer> madeIn(int routing) {
        return in(routing).toList();
    }

    Set<String> askedIn(int routing) {
        return in(routing).map(o -> o.hub().id()).collect(Collectors.toSet());
    }

    /** Whose last word was no, be it after a yes. */
    List<String> declinedIn(int routing) {
        return lastWordsIn(routing)
                .filter(Offers::isNoInTheEnd)
                .map(o -> o.hub().id())
                .toList();
    }

    /** Hubs that have let their time pass, and have said nothing since. */
    List<HubName> silentIn(int routing) {
        return lastWordsIn(routing).filter(Offers::isSilent).map(Offer::hub).toList();
    }

    /** Who has ever said no, whatever it has said since. */
    Set<String> everDeclinedIn(int routing) {
        return in(routing).filter(Offers::isNoInTheEnd).map(o -> o.hub().id()).collect(Collectors.toSet());
    }

    /** A hub may be asked twice in one search: by hand, or because its yes came late. */
    private Stream<Offer> lastWordsIn(int routing) {
        var last = new LinkedHashMap<String, Offer>();
        in(routing).forEach(offer -> last.put(offer.hub().id(), offer));
        return last.values().stream();
    }

    /**
     * Who is not to be asked again: hubs that said no for good, hubs that the family refused, and, when the last hub
     * wanted more data, those that were asked before it: so that it keeps its place. One that was named by hand has none to
     * keep. Whoever has last asked for data may be asked, whatever it had said before.
     *
     * @param searches all of this placement
     */
    Map<String, ExclusionReason> refusals(Collection<Routing> searches) {
        var refusals = new HashMap<String, ExclusionReason>();
        all.stream()
                .filter(o -> isNo(o) && o.declineReason().isForGood())
                .forEach(o -> refusals.put(o.hub().id(), refusal(o)));
        all.stream()
                .filter(o -> isGivenBack(o) && o.giveBackReason().isForGood())
                .forEach(o -> refusals.put(o.hub().id(), refusal(o)));
        searches.stream()
                .sorted(Comparator.comparingInt(Routing::number).reversed())
                .takeWhile(search -> endedForData(search.number()))
                .filter(search -> !isAnyByHand(search))
                .flatMap(search -> in(search.number()))
                .filter(o -> isSilent(o) || isNo(o) && !isForData(o))
                .forEach(o -> refusals.putIfAbsent(o.hub().id(), refusal(o)));
        refusals.keySet().removeAll(waitingForData());
        return refusals;
    }

    /** Hubs that could not tell when they were asked last. */
    private Set<String> waitingForData() {
        var last = new HashMap<String, Offer>();
        all.forEach(offer -> last.put(offer.hub().id(), offer));
        return last.values().stream()
                .filter(Offers::isForData)
                .map(o -> o.hub().id())
                .collect(Collectors.toSet());
    }

    private static ExclusionReason refusal(Offer offer) {
        if (isSilent(offer)) {
            return ExclusionReason.UNANSWERED;
        }
        return offer.declineReason() == DeclineReason.FAMILY_PREFERENCE
                        || offer.giveBackReason() == GiveBackReason.FAMILY_PREFERENCE
                ? ExclusionReason.REFUSED_BY_FAMILY
                : ExclusionReason.ALREADY_DECLINED;
    }

    private static boolean isNo(Offer offer) {
        return offer.state() == OfferState.DECLINED;
    }

    private static boolean isNoInTheEnd(Offer offer) {
        return isNo(offer) || isGivenBack(offer);
    }

    private static boolean isForData(Offer offer) {
        return offer.declineReason() == DeclineReason.DATA_INSUFFICIENT;
    }

    private static boolean isLeftToTheCoordinator(Offer offer) {
        return isNo(offer) && offer.declineReason().follows() == DeclineReason.Follows.COORDINATOR;
    }

    private static boolean isGivenBack(Offer offer) {
        return offer.giveBackReason() != null;
    }

    private static boolean isSilent(Offer offer) {
        return offer.state() == OfferState.EXPIRED;
    }

    private boolean endedForData(int routing) {
        return in(routing).anyMatch(Offers::isForData);
    }

    private Stream<Offer> in(int routing) {
        return all.stream().filter(o -> o.routing() == routing);
    }
}
