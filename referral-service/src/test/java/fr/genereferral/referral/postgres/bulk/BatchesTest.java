package fr.genereferral.referral.postgres.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Refused;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The database is played by hand here: each trip ends when the test says so. */
class BatchesTest {
    private static final Throwable REFUSED_BY_DATABASE = new PgException("no", "ERROR", "23514", "no");
    private static final Throwable AWAY = new ConnectException("away");

    /** A trip that has left and not come back. */
    private record Underway(List<Integer> items, CompletableFuture<List<Integer>> end) {
        void succeed() {
            end.complete(items);
        }
    }

    private final List<Underway> trips = new ArrayList<>();
    private final Batches<Integer, Integer> batches = new Batches<>(Runnable::run, this::trip);

    private Uni<List<Integer>> trip(List<Integer> items) {
        var trip = new Underway(items, new CompletableFuture<>());
        trips.add(trip);
        return Uni.createFrom().completionStage(trip.end());
    }

    @Test
    void leaveAtOnceWhileFewerThanTwoAreUnderWay() {
        ask(1, 2);

        assertEquals(List.of(List.of(1), List.of(2)), items());
    }

    @Test
    void takeWhoeverHasComeMeanwhile() {
        var answers = ask(1, 2, 3, 4, 5);

        trips.get(0).succeed();
        trips.get(2).succeed();

        assertEquals(List.of(List.of(1), List.of(2), List.of(3, 4, 5)), items());
        assertEquals(
                List.of(1, 3, 4, 5), done(answers).map(CompletableFuture::join).toList());
    }

    @Test
    void takeNoMoreThanTheMost() {
        ask(IntStream.rangeClosed(1, Batches.MOST + 3).toArray());

        trips.get(0).succeed();

        assertEquals(Batches.MOST, trips.get(2).items().size());
    }

    @Test
    void goOneByOneAfterARefusalSoThatOnlyTheGuiltyFails() {
        var answers = ask(1, 2, 3, 4, 5);
        trips.get(0).succeed();

        trips.get(2).end().completeExceptionally(REFUSED_BY_DATABASE);
        trips.get(3).succeed();
        trips.get(4).end().completeExceptionally(REFUSED_BY_DATABASE);
        trips.get(5).succeed();

        assertEquals(List.of(List.of(3), List.of(4), List.of(5)), items().subList(3, 6));
        assertEquals(List.of(1, 3, 5), succeeded(answers));
        assertEquals(REFUSED_BY_DATABASE, failure(answers.get(3)));
    }

    @Test
    void failTogetherWhenTheDatabaseIsAway() {
        var answers = ask(1, 2, 3, 4);
        trips.get(0).succeed();

        trips.get(2).end().completeExceptionally(AWAY);

        assertEquals(AWAY, failure(answers.get(2)));
        assertEquals(AWAY, failure(answers.get(3)));
        assertEquals(3, trips.size());
    }

    @Test
    void failTogetherWhenTheDatabaseDoesNotAnswerInTime() {
        var answers = ask(1, 2, 3, 4);
        trips.get(0).succeed();
        var late = new TimeoutException();

        trips.get(2).end().completeExceptionally(late);

        assertEquals(late, failure(answers.get(2)));
        assertEquals(late, failure(answers.get(3)));
        assertEquals(3, trips.size());
    }

    @Test
    void failOnlyForThoseOnBoardWhenTheDatabaseIsAway() {
        var answers = ask(1, 2, 3);

        trips.get(0).end().completeExceptionally(AWAY);
        trips.get(2).succeed();

        assertEquals(AWAY, failure(answers.get(0)));
        assertEquals(List.of(3), succeeded(answers));
    }

    @Test
    void goOnWhenSomebodyStopsWaiting() {
        var answers = ask(1, 2, 3, 4);
        answers.get(0).cancel(false);
        answers.get(2).cancel(false);

        trips.get(0).succeed();
        trips.get(2).succeed();

        assertEquals(List.of(4), trips.get(2).items());
        assertEquals(4, answers.get(3).join());
    }

    @Test
    void tellWhoeverFindsNoRoomToComeBack() {
        ask(IntStream.range(0, Batches.ROOM + Batches.UNDER_WAY).toArray());

        var tooMany = ask(-1).get(0);

        var refusal = assertThrows(CompletionException.class, tooMany::join);
        assertEquals("UNAVAILABLE", ((Refused) refusal.getCause()).code());
        trips.get(0).succeed();
        assertFalse(ask(-2).get(0).isDone());
    }

    @Test
    void survivesWorkThatThrows() {
        var broken = new Batches<Integer, Integer>(Runnable::run, items -> {
            throw new IllegalStateException("ours");
        });

        assertTrue(failure(broken.add(1).subscribeAsCompletionStage()) instanceof IllegalStateException);
        assertTrue(failure(broken.add(2).subscribeAsCompletionStage()) instanceof IllegalStateException);
        assertTrue(failure(broken.add(3).subscribeAsCompletionStage()) instanceof IllegalStateException);
    }

    private List<CompletableFuture<Integer>> ask(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(n -> batches.add(n).subscribeAsCompletionStage())
                .toList();
    }

    private List<List<Integer>> items() {
        return trips.stream().map(Underway::items).toList();
    }

    private static java.util.stream.Stream<CompletableFuture<Integer>> done(List<CompletableFuture<Integer>> answers) {
        return answers.stream().filter(CompletableFuture::isDone);
    }

    private static List<Integer> succeeded(List<CompletableFuture<Integer>> answers) {
        return done(answers)
                .filter(answer -> !answer.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .toList();
    }

    private static Throwable failure(CompletableFuture<Integer> answer) {
        return assertThrows(CompletionException.class, answer::join).getCause();
    }
}
