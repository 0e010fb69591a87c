package fr.genereferral.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sends at times that are fixed in advance, whatever is answered: patients do not wait until a server has recovered. A
 * latency counts from the intended time, so a stall is in every request that it has held up.
 */
public final class OpenLoop {
    private final Context loop;
    private final Function<Instant, Future<Void>> work;
    private final Tally tally = new Tally();
    private final Promise<Void> ended = Promise.promise();
    private final long total;
    private long answered;

    private OpenLoop(Context loop, long total, Function<Instant, Future<Void>> work) {
        this.loop = loop;
        this.total = total;
        this.work = work;
    }

    public static Run run(Context loop, double ratePerSecond, Duration length, Supplier<Future<Void>> work) {
        return runKnowing(loop, ratePerSecond, length, intended -> work.get());
    }

    /** @param work is told when it was to be sent, by the clock that databases note their commits by */
    public static Run runKnowing(
            Context loop, double ratePerSecond, Duration length, Function<Instant, Future<Void>> work) {
        var total = Math.max(1, Math.round(ratePerSecond * length.toNanos() / 1e9));
        var openLoop = new OpenLoop(loop, total, work);
        openLoop.send(1e9 / ratePerSecond);
        Waiting.on(openLoop.ended.future());
        return openLoop.tally.over(length.toNanos() / 1e9);
    }

    private void send(double interval) {
        var begun = Instant.now();
        var start = System.nanoTime();
        for (var i = 0L; i < total; i++) {
            var after = (long) (i * interval);
            var intended = start + after;
            for (var left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            loop.runOnContext(now -> fire(begun.plusNanos(after), intended));
        }
    }

    private void fire(Instant at, long intended) {
        work.apply(at).onComplete(answer -> {
            if (answer.succeeded()) {
                tally.acknowledged(System.nanoTime() - intended, true);
            } else {
                tally.refused(answer.cause());
            }
            if (++answered == total) {
                ended.complete();
            }
        });
    }
}
