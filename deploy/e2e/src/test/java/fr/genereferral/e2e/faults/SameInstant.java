package fr.genereferral.e2e.faults;

import fr.genereferral.local.process.AtOnce;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Lets several act at the same instant: all wait until the last is ready. */
final class SameInstant {
    private SameInstant() {}

    static void all(List<? extends Runnable> actors) {
        var barrier = new CyclicBarrier(actors.size());
        AtOnce.run(actors.stream()
                .<Runnable>map(actor -> () -> {
                    ready(barrier);
                    actor.run();
                })
                .toList());
    }

    private static void ready(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("Not everybody came", e);
        }
    }
}
