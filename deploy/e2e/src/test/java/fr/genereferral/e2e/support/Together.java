package fr.genereferral.e2e.support;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Prepares several children at the same time: what takes long is waiting for each of them to get somewhere. */
public final class Together {
    private static final int AT_ONCE = 6;

    private Together() {}

    /** In the order of what is given; the first failure ends the rest. */
    public static <T, R> List<R> each(List<T> given, Function<T, R> work) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var running = given.stream()
                    .map(one -> threads.submit(() -> work.apply(one)))
                    .toList();
            return running.stream().map(Together::done).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> R done(Future<R> running) {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
