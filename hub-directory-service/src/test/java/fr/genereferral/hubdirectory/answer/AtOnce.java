package fr.genereferral.hubdirectory.answer;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Two things that happen at the same instant. */
public final class AtOnce {
    private AtOnce() {}

    /** What came of each, the smaller first. */
    public static List<Integer> sorted(Callable<Integer> one, Callable<Integer> other)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var first = pool.submit(() -> {
                start.await();
                return one.call();
            });
            var second = pool.submit(() -> {
                start.await();
                return other.call();
            });
            return List.of(first.get(), second.get()).stream().sorted().toList();
        } finally {
            pool.shutdown();
        }
    }
}
