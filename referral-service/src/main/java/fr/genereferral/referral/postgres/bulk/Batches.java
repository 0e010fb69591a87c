package fr.genereferral.referral.postgres.bulk;

import fr.genereferral.referral.Refused;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets requests that come at the same time share one trip to the database and one commit. Nobody waits for company: a
 * batch leaves as soon as fewer than two are under way, and takes whoever is there by then. A batch belongs to none of
 * its requests: whoever stops waiting changes nothing for the others.
 */
public final class Batches<I, O> {
    static final int MOST = 64;
    static final int UNDER_WAY = 2;
    /** Past it whoever comes is told to come back: memory is bounded, and the wait too. */
    static final int ROOM = 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** What is done with a batch: an answer for each item, in their order. A failure fails them all. */
    @FunctionalInterface
    public interface Work<I, O> {
        Uni<List<O>> on(List<I> items);
    }

    /** Somebody who waits. */
    record Place<I, O>(I item, CompletableFuture<O> answer) {}

    private final Executor desk;
    private final Work<I, O> work;
    private final AtomicInteger inside = new AtomicInteger();
    private final Queue<Place<I, O>> waiting = new ArrayDeque<>();
    private int underWay;

    /** @param desk runs one task at a time: the queue is looked at there alone */
    Batches(Executor desk, Work<I, O> work) {
        this.desk = desk;
        this.work = work;
    }

    /** On a context of its own: what a request brought along on its context stays there. */
    public static <I, O> Batches<I, O> on(Vertx vertx, Work<I, O> work) {
        var context = VertxContext.getRootContext(vertx.getOrCreateContext());
        return new Batches<>(task -> context.runOnContext(ignored -> task.run()), work);
    }

    /** @return the item's own answer or failure, on the context of the caller */
    public Uni<O> add(I item) {
        return Uni.createFrom().deferred(() -> {
            var caller = Vertx.currentContext();
            if (inside.incrementAndGet() > ROOM) {
                inside.decrementAndGet();
                return Uni.createFrom().failure(Refused.because("UNAVAILABLE"));
            }
            var answered = wait(new Place<>(item, new CompletableFuture<>()));
            return caller == null ? answered : answered.emitOn(backOn(caller));
        });
    }

    private Uni<O> wait(Place<I, O> place) {
        desk.execute(() -> {
            waiting.add(place);
            depart();
        });
        return Uni.createFrom()
                .completionStage(place.answer())
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    private static Executor backOn(Context caller) {
        return task -> caller.runOnContext(ignored -> task.run());
    }

    private void depart() {
        while (underWay < UNDER_WAY && !waiting.isEmpty()) {
            var batch = nextBatch();
            if (!batch.isEmpty()) {
                underWay++;
                new Trip<>(work).with(batch).subscribe().with(done -> desk.execute(this::arrived));
            }
        }
    }

    private void arrived() {
        underWay--;
        depart();
    }

    /** Leaves out who has stopped waiting: such a request was told to come back, and will. */
    private List<Place<I, O>> nextBatch() {
        var batch = new ArrayList<Place<I, O>>();
        while (batch.size() < MOST && !waiting.isEmpty()) {
            var place = waiting.remove();
            inside.decrementAndGet();
            if (!place.answer().isDone()) {
                batch.add(place);
            }
        }
        return batch;
    }
}
