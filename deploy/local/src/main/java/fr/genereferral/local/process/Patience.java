package fr.genereferral.local.process;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Waits for something to come true, for as long as there is hope.
 *
 * @param betweenLooks longer where a look would take from what is waited for
 */
public record Patience(String awaited, Duration limit, Duration betweenLooks) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    public Patience(String awaited, Duration limit) {
        this(awaited, limit, BETWEEN_LOOKS);
    }

    /** Asks again until the answer is yes; an exception counts as no and is named when patience ends. */
    public void until(Callable<Boolean> answer) {
        var end = System.nanoTime() + limit.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (answer.call()) {
                    return;
                }
                last = null;
            } catch (NoHope e) {
                throw e;
            } catch (Exception e) {
                last = e;
            }
            pause();
        }
        throw new IllegalStateException("No %s within %d s".formatted(awaited, limit.toSeconds()), last);
    }

    private void pause() {
        try {
            Thread.sleep(betweenLooks.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoHope("Interrupted while waiting");
        }
    }

    /** Thrown by an answer that will never be yes. */
    public static final class NoHope extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public NoHope(String why) {
            super(why);
        }
    }
}
