package fr.genereferral.local.process;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Runs everything at the same time and returns when all has ended; the first failure is thrown then. */
public final class AtOnce {
    private AtOnce() {}

    public static void run(List<Runnable> work) {
        // Threads of our own: the common pool's would see the system's class loader instead of the caller's.
        var threads = Executors.newCachedThreadPool();
        try {
            for (var done :
                    threads.invokeAll(work.stream().map(Executors::callable).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            threads.shutdown();
        }
    }
}
