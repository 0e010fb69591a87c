package fr.genereferral.hubdirectory.histories;

import static fr.genereferral.hubdirectory.histories.Broken.unless;

import fr.genereferral.hubdirectory.Capacities;
import fr.genereferral.hubdirectory.Offer;
import fr.genereferral.hubdirectory.Refused;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.Week;
import fr.genereferral.hubdirectory.histories.Places.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Holds the book of places to what was told and to what was promised, change by change. */
final class PlaceLaws {
    private final Told told;
    private final Places places;
    /** How many were held before the change. */
    private Map<Of, Integer> before = Map.of();
    /** By offer; empty where nobody knew how many places there were. */
    private final Map<UUID, Optional<Held>> promised = new HashMap<>();
    /** The day on which care came to its end, by offer. */
    private final Map<UUID, LocalDate> completed = new HashMap<>();

    /** A week of a therapy at a hub. */
    private record Of(Capacities.Place at, Week week) {}

    PlaceLaws(Told told, Places places) {
        this.told = told;
        this.places = places;
    }

    /** Care has come to its end, by a hub that is responsible. */
    void completed(Offer offer, Instant now) {
        completed.put(offer.id(), dayAt(offer, now));
    }

    /** @param why what a yes was refused for that the placement itself had taken */
    void refused(Refused why, Offer offer, Instant now) {
        unless(why.code().equals("NO_SLOT_LEFT"), Law.REFUSED_WHERE_FULL, why::code);
        unless(opening(offer, now).isEmpty(), Law.REFUSED_WHERE_FULL, () -> opening(offer, now) + " is free");
    }

    void hold(Collection<Child> children, Instant now) {
        var counts = counts();
        holdOnce();
        counts.forEach((of, held) -> unless(
                held <= Math.max(told.most(of.at(), of.week()), before.getOrDefault(of, 0)),
                Law.NEVER_OVER_CAPACITY,
                () -> held + " in " + of));
        children.forEach(child -> child.holder().ifPresent(offer -> holdPromise(offer, now)));
        holdEnds(children);
        before = counts;
    }

    private Map<Of, Integer> counts() {
        var counts = new HashMap<Of, Integer>();
        places.held()
                .values()
                .forEach(held -> counts.merge(new Of(held.at(), held.place().week()), 1, Integer::sum));
        return counts;
    }

    private void holdOnce() {
        var seen = new HashSet<Held>();
        places.held().values().forEach(held -> unless(seen.add(held), Law.NO_PLACE_TO_TWO, () -> "two have " + held));
    }

    /** What it has taken it keeps, whatever is told later. */
    private void holdPromise(Offer offer, Instant now) {
        var mine = Optional.ofNullable(places.held().get(offer.id()));
        var promise = promised.get(offer.id());
        if (promise != null) {
            unless(promise.isPresent() || mine.isEmpty(), Law.ONE_PLACE_A_YES, () -> "a place after all: " + mine);
            unless(mine.equals(promise), Law.PLACE_KEPT, () -> promise + " became " + mine);
            return;
        }
        var opening = opening(offer, now);
        unless(opening.isPresent(), Law.NEVER_OVER_CAPACITY, () -> "a yes where nothing is open, with " + mine);
        var first = opening.filter(Told.Opening::known).map(Told.Opening::week);
        unless(
                mine.map(held -> held.place().week()).equals(first),
                Law.YES_TAKES_THE_FIRST_PLACE,
                () -> mine + " is taken, and open is " + opening);
        promised.put(offer.id(), mine);
    }

    private Optional<Told.Opening> opening(Offer offer, Instant now) {
        var at = new Capacities.Place(offer.hub().id(), offer.therapy());
        return told.opening(at, dayAt(offer, now), week -> before.getOrDefault(new Of(at, week), 0));
    }

    /** Whoever has a place is responsible, or has used it. */
    private void holdEnds(Collection<Child> children) {
        var responsible = new HashSet<UUID>();
        children.forEach(child -> child.holder().map(Offer::id).ifPresent(responsible::add));
        places.held()
                .forEach((offer, held) -> unless(
                        responsible.contains(offer) || isUsed(offer, held),
                        Law.END_FREES,
                        () -> held + " is held for nobody"));
        completed.forEach((offer, day) -> promised.get(offer)
                .filter(held -> isUsed(offer, held))
                .ifPresent(held ->
                        unless(held.equals(places.held().get(offer)), Law.PLACE_KEPT, () -> held + " was used")));
    }

    private boolean isUsed(UUID offer, Held held) {
        var end = completed.get(offer);
        return end != null && !held.place().week().monday().isAfter(end);
    }

    private static LocalDate dayAt(Offer offer, Instant now) {
        return SiteZone.dayAt(offer.hub().id(), now);
    }
}
