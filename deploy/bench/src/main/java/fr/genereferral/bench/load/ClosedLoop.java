package fr.genereferral.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.IntFunction;

/** So many clients, each of which sends the next when the last was answered: finds the greatest rate, hides stalls. */
public final class ClosedLoop {
    private final Context loop;
    private final IntFunction<Future<Void>> work;
    private final Tally tally = new Tally();
    private final Promise<Void> ended = Promise.promise();
    private long left;
    private long end;
    private int running;

    private ClosedLoop(Context loop, long left, IntFunction<Future<Void>> work) {
        this.loop = loop;
        this.left = left;
        this.work = work;
    }

    /** @param work of the client with that number, on the event loop */
    public static Run run(Context loop, int clients, Duration length, IntFunction<Future<Void>> work) {
        return new ClosedLoop(loop, Long.MAX_VALUE, work).run(clients, length);
    }

    /** Until so many were sent, or the time is over. */
    public static Run runSoMany(
            Context loop, int clients, int wanted, Duration longest, IntFunction<Future<Void>> work) {
        return new ClosedLoop(loop, wanted, work).run(clients, longest);
    }

    private Run run(int clients, Duration length) {
        loop.runOnContext(start -> begin(clients, length));
        Waiting.on(ended.future());
        return tally.over(length.toNanos() / 1e9);
    }

    private void begin(int clients, Duration length) {
        end = System.nanoTime() + length.toNanos();
        running = clients;
        for (var client = 0; client < clients; client++) {
            next(client);
        }
    }

    private void next(int client) {
        var sent = System.nanoTime();
        if (sent >= end || left-- <= 0) {
            if (--running == 0) {
                ended.complete();
            }
            return;
        }
        work.apply(client).onComplete(answer -> {
            var now = System.nanoTime();
            if (answer.succeeded()) {
                tally.acknowledged(now - sent, now < end);
            } else {
                tally.refused(answer.cause());
            }
            // Not from here: answers that are there at once would fill the stack.
            loop.runOnContext(again -> next(client));
        });
    }
}
