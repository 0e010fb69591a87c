package fr.genereferral.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private static final Duration LENGTH = Duration.ofMillis(300);

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void end() {
        Waiting.on(vertx.close());
    }

    @Test
    void aClosedLoopNeverHasMoreUnderWayThanClients() {
        var underWay = new AtomicInteger();
        var most = new AtomicInteger();

        var run = ClosedLoop.run(loop, 3, LENGTH, client -> {
            calls.incrementAndGet();
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            return after(5).onComplete(answer -> underWay.decrementAndGet());
        });

        assertEquals(3, most.get());
        assertEquals(calls.get(), run.acknowledged());
        assertTrue(run.inTime() <= run.acknowledged());
    }

    @Test
    void aClosedLoopSendsNoMoreThanWasWanted() {
        var run = ClosedLoop.runSoMany(loop, 3, 10, Duration.ofMinutes(1), client -> {
            calls.incrementAndGet();
            return after(1);
        });

        assertEquals(10, calls.get());
        assertEquals(10, run.acknowledged());
    }

    @Test
    void whatIsRefusedIsCountedByItsAnswerAndNeverAsAcknowledged() {
        var run = ClosedLoop.run(loop, 1, LENGTH, client -> after(5).compose(done ->
                calls.getAndIncrement() == 0 ? Future.failedFuture("503 BUSY") : Future.succeededFuture()));

        assertEquals(Map.of("503 BUSY", 1), run.refused());
        assertEquals(calls.get() - 1, run.acknowledged());
    }

    @Test
    void anOpenLoopSendsOnWhateverIsAnswered() {
        var gate = Promise.<Void>promise();
        vertx.setTimer(LENGTH.toMillis(), open -> gate.complete());

        var run = OpenLoop.run(loop, 100, LENGTH, () -> {
            calls.incrementAndGet();
            return gate.future();
        });

        assertEquals(30, calls.get());
        assertEquals(30, run.acknowledged());
    }

    @Test
    void aStallIsInEveryLatencyThatItHasHeldUp() {
        var run = OpenLoop.run(loop, 100, LENGTH, () -> {
            if (calls.getAndIncrement() == 0) {
                stall(LENGTH);
            }
            return Future.succeededFuture();
        });

        assertTrue(
                run.latencies().maxMillis() >= 300, "first: " + run.latencies().maxMillis());
        // Half of them were to be sent in the first half of the stall.
        assertTrue(
                run.latencies().millis(0.5) >= 100, "middle: " + run.latencies().millis(0.5));
    }

    @Test
    void aStallChangesNothingInWhenEachWasToBeSent() {
        var intended = new ArrayList<Instant>();

        OpenLoop.runKnowing(loop, 100, LENGTH, at -> {
            intended.add(at);
            if (calls.getAndIncrement() == 0) {
                stall(LENGTH);
            }
            return Future.succeededFuture();
        });

        var first = intended.get(0);
        var planned =
                IntStream.range(0, 30).mapToObj(i -> first.plusMillis(10L * i)).toList();
        assertEquals(planned, intended);
    }

    private Future<Void> after(long millis) {
        var later = Promise.<Void>promise();
        vertx.setTimer(millis, timer -> later.complete());
        return later.future();
    }

    private static void stall(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
