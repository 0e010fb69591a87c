package fr.genereferral.e2e.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A moment in the middle of a load, and what is done in it, once.
 *
 * @param resolved so many know what became of their post
 * @param open so many wait for an answer
 * @param begun whether somebody does it
 * @param done when it is over, or why it failed
 */
record Midst(int resolved, int open, Runnable act, AtomicBoolean begun, CompletableFuture<Void> done) {
    Midst(int resolved, int open, Runnable act) {
        this(resolved, open, act, new AtomicBoolean(), new CompletableFuture<>());
    }

    boolean hasCome(int resolvedNow, int openNow) {
        return resolvedNow >= resolved && openNow >= open;
    }

    void happen() {
        if (begun.compareAndSet(false, true)) {
            try {
                act.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        }
    }
}
