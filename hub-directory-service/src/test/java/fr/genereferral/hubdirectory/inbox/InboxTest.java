package fr.genereferral.hubdirectory.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.ServiceTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@ServiceTest
class InboxTest {
    private static final String TOPIC = "a-topic";
    private final String key = UUID.randomUUID().toString();
    private final List<Received> applied = new CopyOnWriteArrayList<>();

    @Inject
    Inbox inbox;

    @Inject
    Mutiny.SessionFactory sessions;

    @Test
    void appliesInTurnWhatComesInAnyOrderWithinABatch() throws Throwable {
        take(event(3), event(1), event(2));

        assertEquals(List.of(event(1), event(2), event(3)), applied);
        assertEquals(List.of("3"), position());
    }

    @Test
    void appliesOnceWhatComesTwiceWithinABatchAndAgainAfterIt() throws Throwable {
        take(event(1), event(1), event(2), event(1));
        take(event(2), event(1));

        assertEquals(List.of(event(1), event(2)), applied);
    }

    @Test
    void parksWhatComesTooEarlyAndAppliesItOnceTheHoleIsFilled() throws Throwable {
        take(event(3), event(5));
        take(event(3));
        assertEquals(List.of(), applied);
        assertEquals(List.of("3", "5"), parked());

        take(event(2), event(1));

        assertEquals(List.of(event(1), event(2), event(3)), applied);
        assertEquals(List.of("5"), parked());
    }

    @Test
    void keepsTheTurnOfEachOfHundredsOfKeysInOneBatch() throws Throwable {
        var events = new ArrayList<Received>();
        for (var i = 0; i < 300; i++) {
            var other = key + i;
            events.addAll(List.of(event(other, 1), event(other, 2), event(other, 3)));
        }
        Collections.shuffle(events, new Random(7));

        take(events.toArray(Received[]::new));

        assertEquals(900, applied.size());
        assertEquals(List.of("300 3 3"), read("""
                select count(*) || ' ' || min(sequence) || ' ' || max(sequence) from inbox_position
                 where key like '%s_%%'""".formatted(key)));
    }

    @Test
    void remembersNothingOfABatchThatFails() throws Throwable {
        assertThrows(
                IllegalStateException.class,
                () -> take(
                        events -> Uni.createFrom().failure(new IllegalStateException()), event(1), event(2), event(4)));
        assertEquals(List.of(), position());
        assertEquals(List.of(), parked());

        take(event(1), event(2));

        assertEquals(List.of(event(1), event(2)), applied);
    }

    @Test
    void remembersNothingWhenTheDatabaseGoesAwayInMidBatch() throws Throwable {
        var cutOff = "select cast(pg_terminate_backend(pg_backend_pid()) as text)";
        assertThrows(
                Exception.class,
                () -> take(
                        events -> sessions.withTransaction(session -> session.createNativeQuery(cutOff, String.class)
                                .getSingleResult()
                                .replaceWithVoid()),
                        event(1)));

        take(event(1));

        assertEquals(List.of(event(1)), applied);
        assertEquals(List.of("1"), position());
    }

    @Test
    void letsOneOfTwoReplicasApplyABatch() throws Throwable {
        var nap = "select cast(pg_sleep(0.2) as text)";
        EventHandler slow = events -> sessions.withTransaction(session -> session.createNativeQuery(nap, String.class)
                .getSingleResult()
                .invoke(() -> applied.addAll(events))
                .replaceWithVoid());
        var replicas = Executors.newFixedThreadPool(2);
        try {
            var first = replicas.submit(() -> takeUnchecked(slow, event(1), event(2)));
            var second = replicas.submit(() -> takeUnchecked(slow, event(2), event(1)));
            first.get();
            second.get();
        } finally {
            replicas.shutdown();
        }

        assertEquals(List.of(event(1), event(2)), applied);
        assertEquals(List.of("2"), position());
    }

    @Test
    void passesInTurnWhatNobodyUnderstands() throws Throwable {
        assertTrue(pass(event(1), event(2)));
        assertTrue(pass(event(3), event(key + " other", 1)));

        assertEquals(List.of("3"), position());
        take(event(3), event(4));
        assertEquals(List.of(event(4)), applied);
    }

    @Test
    void passesNothingTwiceNorBeforeItsTurn() throws Throwable {
        assertTrue(pass(event(1)));

        assertFalse(pass(event(1)));
        assertFalse(pass(event(3)));
        assertFalse(pass(event(3), event(2)));
        assertFalse(pass(event(2), event(2)));
        assertFalse(pass(event(key + " other", 2)));
        assertEquals(List.of("1"), position());
    }

    @Test
    void passesNothingThatSomethingWaitsFor() throws Throwable {
        take(event(2));

        assertFalse(pass(event(1)));

        take(event(1));
        assertEquals(List.of(event(1), event(2)), applied);
        assertEquals(List.of(), parked());
    }

    @Test
    void appliesWhatCouldNotBePassedBesideWhatCould() throws Throwable {
        var other = key + " other";
        assertFalse(pass(event(1), event(other, 2)));

        take(event(1), event(other, 2), event(other, 1), event(2));

        assertEquals(Set.of(event(other, 1), event(other, 2), event(2)), Set.copyOf(applied));
    }

    private void take(Received... events) throws Throwable {
        take(
                next -> {
                    applied.addAll(next);
                    return Uni.createFrom().voidItem();
                },
                events);
    }

    private void take(EventHandler handler, Received... events) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> inbox.apply(TOPIC, List.of(events), handler));
    }

    private boolean pass(Received... events) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> inbox.pass(TOPIC, List.of(events)));
    }

    private void takeUnchecked(EventHandler handler, Received... events) {
        try {
            take(handler, events);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> position() throws Throwable {
        return read("select cast(sequence as text) from inbox_position where key = '" + key + "'");
    }

    private List<String> parked() throws Throwable {
        return read("select cast(sequence as text) from inbox_parked where key = '" + key + "' order by sequence");
    }

    private List<String> read(String sql) throws Throwable {
        var platform = "select set_config('app.orgs', 'platform', true)";
        return VertxContextSupport.subscribeAndAwait(
                () -> sessions.withTransaction(session -> session.createNativeQuery(platform, String.class)
                        .getSingleResult()
                        .chain(() ->
                                session.createNativeQuery(sql, String.class).getResultList())));
    }

    private Received event(long sequence) {
        return event(key, sequence);
    }

    private static Received event(String key, long sequence) {
        return new Received(key + sequence, "Something.v1", key, sequence, Instant.EPOCH, "{}");
    }
}
