package fr.genereferral.hubdirectory.expiry;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** What the scheduler does, when a test wants it; several at once stand for several instances. */
public final class Clockwork {
    private Clockwork() {}

    /** For tests of what comes of a silence elsewhere. */
    public static int expire() {
        return expire(Arc.container().instance(ExpiringOffers.class).get());
    }

    /** For tests of what comes of a reminder elsewhere. */
    public static int remind() {
        return remind(Arc.container().instance(ExpiringOffers.class).get());
    }

    static int expire(ExpiringOffers expiring) {
        return done(expiring::expireOverdue);
    }

    static int remind(ExpiringOffers expiring) {
        return done(expiring::remind);
    }

    private static int done(Supplier<Uni<Integer>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public static <T> List<T> atOnce(List<? extends Callable<T>> works) throws Exception {
        var start = new CyclicBarrier(works.size());
        var pool = Executors.newFixedThreadPool(works.size());
        try {
            var running = works.stream()
                    .map(work -> pool.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
