package fr.genereferral.hubdirectory.histories;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MARSEILLE;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MONTPELLIER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.DirectoryFixtures.ROTHSCHILD;
import static fr.genereferral.hubdirectory.DirectoryFixtures.TROUSSEAU;

import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.Hub;
import fr.genereferral.hubdirectory.Paris;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.RequestBuilder;
import fr.genereferral.hubdirectory.SlotMove;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Children whose searches go on side by side, the hubs that they are offered to, and the book of the places there. */
final class World {
    /** Four for one therapy, two for the other, and a relay. */
    private static final Set<String> FEW =
            Set.of(NANTES, NECKER, TROUSSEAU, MARSEILLE, MONTPELLIER, ROTHSCHILD, BASTIA);

    private static final Directory ALL = DirectoryFixtures.directory();
    private static final List<Hub> FEW_HUBS =
            ALL.hubs().stream().filter(hub -> FEW.contains(hub.id())).toList();

    private static final int MINUTES = 4_000;
    /** One reading of the directory in so many is from before the last change: it is not read under the lock of a hub. */
    private static final int STALE = 4;

    private final List<Child> children = new ArrayList<>();
    private final Told told = new Told();
    private final Places places;
    private final PlaceLaws placeLaws;
    private final Set<String> moves;
    private final Function<UUID, Placement> placing;
    private Directory last;
    private Instant now = RequestBuilder.NOW;
    private long lastId;

    /**
     * @param moves the table of moves
     * @param placing the placement of a referral, or one that behaves otherwise
     * @param book the book of places, or one that errs
     */
    World(Set<String> moves, Function<UUID, Placement> placing, Function<Told, Places> book) {
        this.moves = moves;
        this.placing = placing;
        places = book.apply(told);
        placeLaws = new PlaceLaws(told, places);
    }

    /** Everything happens in turn, and the laws hold after each change. */
    void live(History history) {
        for (var i = 0; i < history.children(); i++) {
            children.add(new Child(this, placing.apply(newId()), moves));
        }
        last = read();
        for (var step : history.steps()) {
            var chance = new Random(step.chance());
            // As much for each child as for one alone.
            now = now.plus(Duration.ofMinutes(chance.nextInt(MINUTES / children.size())));
            step.kind().happen(this, chance);
            hold();
        }
    }

    /** One of them; it is routed when it comes up first. */
    Child child(Random chance) {
        var child = children.get(chance.nextInt(children.size()));
        child.begin(chance);
        return child;
    }

    /** Tells what was noted, in the order in which it was. */
    void keep(List<SlotMove> noted) {
        noted.forEach(move -> places.keep(move, now));
    }

    void hold() {
        placeLaws.hold(children, now);
    }

    PlaceLaws placeLaws() {
        return placeLaws;
    }

    Told told() {
        return told;
    }

    /** As a transaction finds it. */
    Directory directory(Random chance) {
        if (chance.nextInt(STALE) > 0) {
            last = read();
        }
        return last;
    }

    private Directory read() {
        return new Directory(
                children.size() == 1 ? ALL.hubs() : FEW_HUBS,
                ALL.atlas(),
                ALL.parameters(),
                told.capacities(places.taken()));
    }

    AnswerLimits limits() {
        return new AnswerLimits(ALL.parametersOn(today()), day -> false);
    }

    LocalDate today() {
        return Paris.dayOf(now);
    }

    Instant now() {
        return now;
    }

    UUID newId() {
        return new UUID(7, ++lastId);
    }
}
