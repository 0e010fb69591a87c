package fr.genereferral.eligibility.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final int MANY = 50;
    /** On its way, or still named by a frame. */
    private static final int AT_HAND = 3;

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void goOnUntilOneSaysThatNoneFollows() {
        Rounds.asLongAs(() -> Uni.createFrom().item(begun.incrementAndGet() < MANY))
                .await()
                .indefinitely();

        assertEquals(MANY, begun.get());
    }

    @Test
    void endWithTheFirstThatSaysNothing() {
        Rounds.asLongAs(() -> {
                    begun.incrementAndGet();
                    return Uni.createFrom().nullItem();
                })
                .await()
                .indefinitely();

        assertEquals(1, begun.get());
    }

    @Test
    void endWithTheFirstThatFails() {
        var rounds = Rounds.asLongAs(() -> begun.incrementAndGet() < MANY
                ? Uni.createFrom().item(true)
                : Uni.createFrom().failure(new IllegalStateException()));

        assertThrows(IllegalStateException.class, () -> rounds.await().indefinitely());
        assertEquals(MANY, begun.get());
    }

    @Test
    void keepNothingOfARoundThatIsOver() {
        List<WeakReference<Object>> read = new ArrayList<>();

        Rounds.asLongAs(() -> later().map(page -> {
                    read.add(new WeakReference<>(page));
                    if (read.size() == MANY) {
                        System.gc();
                    }
                    return read.size() < MANY;
                }))
                .await()
                .indefinitely();

        var kept = read.stream().filter(page -> !page.refersTo(null)).count();
        assertTrue(kept <= AT_HAND, kept + " of " + MANY + " are kept");
    }

    /** As from a database: by another thread, when this one has gone on. */
    private static Uni<Object> later() {
        return Uni.createFrom().completionStage(() -> CompletableFuture.supplyAsync(Object::new));
    }
}
