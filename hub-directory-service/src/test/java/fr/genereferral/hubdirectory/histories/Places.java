package fr.genereferral.hubdirectory.histories;

import fr.genereferral.hubdirectory.Capacities;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.Slot;
import fr.genereferral.hubdirectory.SlotMove;
import fr.genereferral.hubdirectory.Week;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The book of places without its database. Which place a yes takes and what an end frees is the domain's own rule; the order
 * of things is as in the database: one yes after the other, each by what is told and taken when its turn comes, in the
 * hub's own day; a place is freed once, and only while it is held. What the two constraints of the table hold back there, a
 * second place for one offer and one place for two, is not held back here: the laws find it.
 */
class Places {
    /** A place that somebody has. */
    record Held(Capacities.Place at, Slot.Place place) {}

    private final Told told;
    private final Map<UUID, Held> held = new LinkedHashMap<>();
    private final Set<UUID> ever = new HashSet<>();

    Places(Told told) {
        this.told = told;
    }

    /** @throws fr.genereferral.hubdirectory.Refused NO_SLOT_LEFT */
    final void keep(SlotMove move, Instant now) {
        if (move instanceof SlotMove.Take take) {
            take(take, now);
        } else if (move instanceof SlotMove.Free free) {
            free(free, now);
        }
    }

    void take(SlotMove.Take take, Instant now) {
        underTheLock()
                .plan(take.hub(), take.therapy())
                .placeOn(SiteZone.dayAt(take.hub(), now))
                .ifPresent(place -> hold(take, place));
    }

    /** What is told and taken when the hub's row is locked. */
    final Capacities underTheLock() {
        return told.capacities(takenUnderTheLock());
    }

    Map<Capacities.Place, Map<Week, Set<Integer>>> takenUnderTheLock() {
        return taken();
    }

    final void hold(SlotMove.Take take, Slot.Place place) {
        Broken.unless(ever.add(take.offer()), Law.ONE_PLACE_A_YES, () -> take + " takes " + place + " besides");
        held.put(take.offer(), new Held(new Capacities.Place(take.hub(), take.therapy()), place));
    }

    private void free(SlotMove.Free free, Instant now) {
        held.computeIfPresent(free.offer(), (offer, mine) -> {
            var frees = free.cause().frees(mine.place().week(), SiteZone.dayAt(free.hub(), now));
            return frees ? null : mine;
        });
    }

    /** By offer. */
    final Map<UUID, Held> held() {
        return held;
    }

    /** The numbers that are taken, as a transaction reads them. */
    final Map<Capacities.Place, Map<Week, Set<Integer>>> taken() {
        return takenBut(null);
    }

    /** @param offer of a yes that is not there yet; null where every one is */
    final Map<Capacities.Place, Map<Week, Set<Integer>>> takenBut(UUID offer) {
        var taken = new HashMap<Capacities.Place, Map<Week, Set<Integer>>>();
        held.forEach((whose, one) -> {
            if (!whose.equals(offer)) {
                taken.computeIfAbsent(one.at(), at -> new HashMap<>())
                        .computeIfAbsent(one.place().week(), week -> new HashSet<>())
                        .add(one.place().number());
            }
        });
        return taken;
    }
}
