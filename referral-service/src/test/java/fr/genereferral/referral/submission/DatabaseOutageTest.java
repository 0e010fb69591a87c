package fr.genereferral.referral.submission;

import static fr.genereferral.referral.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.Part;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.LocalServers;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** PostgreSQL is killed while referrals come in: whatever a hospital was told, the same key ends in one referral. */
@ServiceTest
class DatabaseOutageTest {
    private static final String HOSPITAL = "130786049";
    private static final int HOSPITALS_AT_WORK = 12;
    private static final Duration BEFORE_THE_NEXT = Duration.ofMillis(200);

    private final Map<String, Response> answers = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void leavesNoRequestWithoutAnAnswerAndNoKeyWithTwoReferrals() throws Exception {
        var threads = Executors.newFixedThreadPool(HOSPITALS_AT_WORK);
        var working = startWorking(threads);
        await().until(() -> answers.size() > 2 * HOSPITALS_AT_WORK);

        LocalServers.platform().kill(Part.POSTGRES);
        await().until(() -> answered(503) > 0);
        LocalServers.platform().restart(Part.POSTGRES);
        var before = answered(201);
        await().until(() -> answered(201) > before);
        over.set(true);
        for (var worker : working) {
            worker.get();
        }
        threads.shutdown();

        assertEquals(answers.size(), answered(201) + answered(503));
        answers.values().stream()
                .filter(answer -> answer.statusCode() == 503)
                .forEach(answer -> assertNotNull(answer.header("Retry-After")));
        for (var answer : answers.entrySet()) {
            var again = sentUntilTaken(answer.getKey());
            assertEquals(201, again.statusCode());
            assertTrue(answer.getValue().statusCode() == 503
                    || answer.getValue().header("Location").equals(again.header("Location")));
        }
        assertEquals(answers.size(), storedReferrals());
    }

    /** A connection from before may still be found to be gone: whoever is told to come back does. */
    private static Response sentUntilTaken(String key) {
        return await().until(() -> post(key), answer -> answer.statusCode() != 503);
    }

    private List<Future<?>> startWorking(ExecutorService threads) {
        var working = new ArrayList<Future<?>>();
        for (var n = 0; n < HOSPITALS_AT_WORK; n++) {
            working.add(threads.submit(() -> {
                while (!over.get()) {
                    var key = UUID.randomUUID().toString();
                    var answer = post(key);
                    answers.put(key, answer);
                    if (answer.statusCode() == 503) {
                        // It is asked to come back later; and each of these is sent once more in the end.
                        Thread.sleep(BEFORE_THE_NEXT.toMillis());
                    }
                }
                return null;
            }));
        }
        return working;
    }

    private long answered(int status) {
        return answers.values().stream()
                .filter(answer -> answer.statusCode() == status)
                .count();
    }

    private static int storedReferrals() throws SQLException {
        try (var owner = Rows.asOwner().seeingAs("platform")) {
            return owner.select("select 1 from referral where organisation = ?", HOSPITAL)
                    .size();
        }
    }

    private static Response post(String key) {
        return given().auth()
                .oauth2(Tokens.hospital(HOSPITAL))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Bodies.complete().toString())
                .post("/v1/referrals");
    }
}
