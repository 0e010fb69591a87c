package fr.genereferral.e2e.load;

import fr.genereferral.e2e.check.Attempt;
import fr.genereferral.e2e.check.ClientBook;
import fr.genereferral.e2e.check.Sent;
import fr.genereferral.local.LocalSystem;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hospitals that post all at once. Each post is sent again with its key until it is acknowledged or refused: after no answer,
 * after a 5xx, when it is told that it still runs.
 */
public final class Load implements AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final Duration TO_RESOLVE = Duration.ofSeconds(150);
    /** Shorter than the Retry-After that the server asks for: a test does not have a hospital's time. */
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final Children children;
    private final ClientBook book;
    private final ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    /** Tries that are sent and not answered now. */
    private final AtomicInteger open = new AtomicInteger();

    private final AtomicInteger resolved = new AtomicInteger();
    private volatile Midst midst = new Midst(Integer.MAX_VALUE, 0, () -> {});

    public Load(LocalSystem system, ClientBook book) {
        this.children = new Children(system, book);
        this.book = book;
    }

    /**
     * What is done, once, when so many are resolved and, at the same time, so many others are under way. The client that
     * sees the moment does it: it is gone in a millisecond, and whoever waits for it may have no core then.
     */
    public Load inMidst(int resolvedPosts, int openTries, Runnable act) {
        midst = new Midst(resolvedPosts, openTries, act);
        return this;
    }

    /** New children; returns at once. */
    public Load start(int posts) {
        return start(children.refer(posts));
    }

    /** Returns at once. */
    public Load start(List<Sent> posts) {
        posts.forEach(sent -> clients.execute(() -> insist(sent)));
        clients.shutdown();
        return this;
    }

    private void insist(Sent sent) {
        var end = System.nanoTime() + TO_RESOLVE.toNanos();
        while (System.nanoTime() < end) {
            var attempt = attempt(sent);
            sent.note(attempt);
            if (!attempt.isAmbiguous()) {
                look();
                return;
            }
            pause();
        }
    }

    private Attempt attempt(Sent sent) {
        var started = System.nanoTime();
        open.incrementAndGet();
        try {
            return Attempt.of(
                    sent.organisation().post(ServiceSettings.REFERRAL, "/v1/referrals", sent.body(), sent.key()),
                    started);
        } catch (IOException e) {
            return Attempt.unanswered(started, System.nanoTime());
        } finally {
            open.decrementAndGet();
        }
    }

    public int resolved() {
        return resolved.get();
    }

    /** Until the act of {@link #inMidst} is over. */
    public void awaitMidst() {
        try {
            midst.done().get(TO_RESOLVE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("The load never got there: " + book, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private void look() {
        if (midst.hasCome(resolved.incrementAndGet(), open.get())) {
            midst.happen();
        }
    }

    /** Until every client knows what became of its post. */
    public void await() {
        try {
            if (!clients.awaitTermination(TO_RESOLVE.toSeconds() + 30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The clients did not end: " + book);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
