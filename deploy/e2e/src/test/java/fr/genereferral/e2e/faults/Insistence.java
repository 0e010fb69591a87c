package fr.genereferral.e2e.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Answered;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Clients that send each request again until it is answered, while something is killed: after no answer, a 5xx, or a key that is
 * still in use. What has no key is sent again as it is, and a refusal is an answer where what was asked for is so.
 *
 * @param open requests that are sent and not answered now
 * @param answered those that are
 */
record Insistence(AtomicInteger open, AtomicInteger answered) {
    private static final Set<Integer> DONE = Set.of(200, 201, 202);
    private static final int AT_ONCE = 16;
    private static final int UNANSWERED = 8;
    private static final Duration TO_COME = Duration.ofSeconds(60);
    private static final Duration TO_BE_ANSWERED = Duration.ofSeconds(150);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    Insistence() {
        this(new AtomicInteger(), new AtomicInteger());
    }

    /** A request under a key. */
    interface Request {
        ValidatableResponse under(String key);
    }

    /**
     * Kills and starts the victim while enough are unanswered; returns when all have done all.
     *
     * @param after so many answers
     */
    <T> void killing(Victim victim, int after, List<T> all, Consumer<T> work) throws Exception {
        var clients = Executors.newFixedThreadPool(AT_ONCE);
        var sending = all.stream()
                .<Future<?>>map(one -> clients.submit(() -> work.accept(one)))
                .toList();
        clients.shutdown();
        await().pollInterval(Duration.ofMillis(5))
                .atMost(TO_COME)
                .until(() -> answered.get() >= after && open.get() >= UNANSWERED);
        var unanswered = open.get();
        try {
            victim.kill();
        } finally {
            victim.start();
        }
        for (var one : sending) {
            done(one);
        }
        assertTrue(unanswered >= UNANSWERED, "only " + unanswered + " were unanswered when " + victim + " was killed");
    }

    private static void done(Future<?> one) throws Exception {
        try {
            one.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    void on(Request request) {
        on(request, () -> false);
    }

    /** @param isSo whether what is asked for is so already: a client that has not heard the answer looks */
    void on(Request request, BooleanSupplier isSo) {
        var key = UUID.randomUUID().toString();
        var end = System.nanoTime() + TO_BE_ANSWERED.toNanos();
        while (System.nanoTime() < end) {
            if (tried(request, key, isSo)) {
                answered.incrementAndGet();
                return;
            }
            pause();
        }
        throw new IllegalStateException("never answered");
    }

    /** False where the client does not know what became of it; anything that is neither done nor to be sent again fails. */
    private boolean tried(Request request, String key, BooleanSupplier isSo) {
        open.incrementAndGet();
        try {
            var answer = request.under(key);
            var status = answer.extract().statusCode();
            if (DONE.contains(status)) {
                return true;
            }
            if (status == 503 || "IDEMPOTENCY_KEY_IN_USE".equals(code(answer))) {
                return false;
            }
            assertEquals(409, status, () -> answer.extract().asString());
            return looked(isSo, answer.extract().asString());
        } catch (AssertionError e) {
            throw e;
        } catch (Exception e) {
            // REST Assured lets an IOException through that it does not declare: nobody answered.
            return false;
        } finally {
            open.decrementAndGet();
        }
    }

    /** Where nobody can look now, it is asked for again; where it is not so, the refusal was wrong. */
    private static boolean looked(BooleanSupplier isSo, String refusal) {
        boolean so;
        try {
            so = isSo.getAsBoolean();
        } catch (Exception | AssertionError e) {
            return false;
        }
        assertTrue(so, refusal);
        return true;
    }

    private static String code(ValidatableResponse answer) {
        return Answered.tree(answer).path("code").asText();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
