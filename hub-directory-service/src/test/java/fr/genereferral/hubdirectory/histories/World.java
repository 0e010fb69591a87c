package fr.genereferral.hubdirectory.histories;

import fr.genereferral.hubdirectory.AnswerLimits;
import fr.genereferral.hubdirectory.Directory;
import fr.genereferral.hubdirectory.DirectoryFixtures;
import fr.genereferral.hubdirectory.Placement;
import fr.genereferral.hubdirectory.RequestBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A child whose search goes on, and the hubs that it is offered to. */
final class World {
    private static final Directory DIRECTORY = DirectoryFixtures.directory();
    private static final int MINUTES = 4_000;

    private final Child child;
    private Instant now = RequestBuilder.NOW;
    private long lastId;

    World(Set<String> moves) {
        child = new Child(this, Placement.of(newId()), moves);
    }

    /** Everything happens in turn, and the laws hold after each change. */
    void live(History history) {
        for (var step : history.steps()) {
            var chance = new Random(step.chance());
            now = now.plus(Duration.ofMinutes(chance.nextInt(MINUTES)));
            step.kind().happen(this, chance);
        }
    }

    /** It is routed when it comes up first. */
    Child child(Random chance) {
        child.begin(chance);
        return child;
    }

    Directory directory() {
        return DIRECTORY;
    }

    AnswerLimits limits() {
        return new AnswerLimits(DIRECTORY.parametersOn(today()), day -> false);
    }

    LocalDate today() {
        return RequestBuilder.TODAY;
    }

    Instant now() {
        return now;
    }

    UUID newId() {
        return new UUID(7, ++lastId);
    }
}
