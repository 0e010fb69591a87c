package fr.genereferral.e2e.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Report;
import fr.genereferral.e2e.support.Sample;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What a hospital and the coordinator say of a child that waits for facts, one thing after the other, each until it is answered:
 * after no answer, a 5xx, or a key that is still in use, the same is sent again under the same key.
 *
 * @param open requests that are sent and not answered now, of all children
 * @param answered those that are, of all children
 */
record Moves(ReferredChild child, Caller hospital, Caller coordinator, AtomicInteger open, AtomicInteger answered) {
    private static final Set<Integer> DONE = Set.of(200, 201, 202);
    private static final Duration TO_BE_ANSWERED = Duration.ofSeconds(150);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    /** Said of the child in this order. */
    void all() {
        insist(key -> hospital.post(child.url() + "/facts", weight(), key));
        insist(key -> child.attaches(Report.saying("report of " + child.id())));
        var question = new AtomicQuestion();
        insist(key -> question.read(coordinator.post(
                child.url() + "/questions", "{\"fact\": \"hearing-loss-degree\", \"text\": \"Entend-elle ?\"}", key)));
        insist(key -> hospital.post(
                child.url() + "/questions/" + question.id() + "/answer", "{\"text\": \"Oui, bien.\"}", key));
        insist(key -> hospital.put(
                child.url() + "/family-wishes",
                "*",
                "{\"declined\": [{\"hub\": \"130804297\", \"reason\": \"JOURNEY\"}]}"));
    }

    private static String weight() {
        return """
                {"facts": [{"code": "body-weight", "state": "present", "value": 6.1, "unit": "kg", "source": "clinician",
                            "date": "%s"}]}""".formatted(Sample.today());
    }

    /** A request under a key. */
    private interface Request {
        ValidatableResponse under(String key);
    }

    /** The id of a question, from whichever answer says it. */
    private static final class AtomicQuestion {
        private volatile String id;

        ValidatableResponse read(ValidatableResponse answer) {
            if (DONE.contains(answer.extract().statusCode())) {
                id = answer.extract().path("id");
            }
            return answer;
        }

        String id() {
            return id;
        }
    }

    private void insist(Request request) {
        var key = UUID.randomUUID().toString();
        var end = System.nanoTime() + TO_BE_ANSWERED.toNanos();
        while (System.nanoTime() < end) {
            var status = tried(() -> request.under(key));
            if (DONE.contains(status)) {
                answered.incrementAndGet();
                return;
            }
            pause();
        }
        throw new IllegalStateException("never answered: " + child.url());
    }

    /** @return 0 where the client does not know what became of it; anything that is neither done nor to be sent again fails */
    private int tried(Supplier<ValidatableResponse> request) {
        open.incrementAndGet();
        try {
            var answer = request.get().extract();
            if (answer.statusCode() == 503
                    || "IDEMPOTENCY_KEY_IN_USE".equals(code(answer.body().asString()))) {
                return 0;
            }
            assertEquals(
                    true,
                    DONE.contains(answer.statusCode()),
                    () -> answer.statusCode() + " " + answer.body().asString());
            return answer.statusCode();
        } catch (AssertionError e) {
            throw e;
        } catch (Exception e) {
            // REST Assured lets an IOException through that it does not declare: nobody answered.
            return 0;
        } finally {
            open.decrementAndGet();
        }
    }

    private static String code(String body) {
        var at = body.indexOf("\"code\":\"");
        return at < 0 ? "" : body.substring(at + 8, body.indexOf('"', at + 8));
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
