package fr.genereferral.hubdirectory.directory;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** An import of 5,000 rows; says how long it took, from the answer to the POST's own clock. */
@ServiceTest
@EnabledIfSystemProperty(named = "e2e.long", matches = "true")
class ImportSizeTest {
    private static final Logger LOG = Logger.getLogger(ImportSizeTest.class);
    private static final int HUBS = 1_000;
    private static final int ACCREDITATIONS = 4_000;

    @Test
    void takesFiveThousandRowsAndShowsHowFarItIs() {
        var sent = Instant.now();
        var location = given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"hubs\": [" + hubs() + "], \"accreditations\": [" + accreditations() + "]}")
                .post("/v1/directory/imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .replaceFirst("^http://[^/]*", "");

        var seen = new TreeSet<Integer>();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    var job =
                            Search.get(Tokens.coordinator(), location).extract().jsonPath();
                    seen.add(job.getInt("done"));
                    assertEquals("DONE", job.getString("state"), job::prettify);
                });

        LOG.infof(
                "5,000 rows in %d ms, seen on the way: %s",
                Duration.between(sent, Instant.now()).toMillis(), seen);
        assertTrue(seen.contains(HUBS + ACCREDITATIONS));
    }

    private static String hubs() {
        return IntStream.range(0, HUBS)
                .mapToObj(i ->
                        "{\"id\": \"IT-MANY-%d\", \"name\": \"Ospedale %d\", \"city\": \"Milano\", \"kind\": \"HUB\"}"
                                .formatted(i, i))
                .collect(Collectors.joining(","));
    }

    private static String accreditations() {
        return IntStream.range(0, ACCREDITATIONS)
                .mapToObj(i -> "{\"hub\": \"IT-MANY-%d\", \"therapy\": \"MANY-0%d\", \"from\": \"2026-01-01\"}"
                        .formatted(i % HUBS, i / HUBS))
                .collect(Collectors.joining(","));
    }
}
