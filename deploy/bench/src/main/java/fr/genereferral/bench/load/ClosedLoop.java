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
    private long end;
    private int running;

    private ClosedLoop(Context loop, IntFunction<Future<Void>> work) {
        this.loop = loop;
        this.work = work;
    }

    /** @param work of the client with that number, on the event loop */
    public static Run run(Context loop, int clients, Duration length, IntFunction<Future<Void>> work) {
        var closedLoop = new ClosedLoop(loop, work);
        loop.runOnContext(start -> closedLoop.begin(clients, length));
        Waiting.on(closedLoop.ended.future());
        return closedLoop.tally.over(length.toNanos() / 1e9);
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
        if (sent >= end) {
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
