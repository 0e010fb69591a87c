package fr.genereferral.hubdirectory.expiry;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Searches;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever is first wins, and the other is told; the deadline itself is nobody's. */
@Tag("crowds")
@ServiceTest
class ExpiryAtTheSameInstantTest {
    private static final int RACES = Boolean.getBoolean("e2e.long") ? 10_000 : 100;
    /** Where one side has lost them all, more races are run: who is quicker is for the machine to say. */
    private static final int MOST_RACES = 10 * RACES;

    private static final int AT_ONCE = 50;
    /** Of those: most of them wait, for the database or for their moment. */
    private static final int RACING = 10;

    private static final List<Integer> ALLOWED = List.of(200, 409);
    private static final List<String> ACCEPTED = List.of("OfferMade.v1", "OfferAccepted.v1");
    private static final List<String> NEXT = List.of("OfferMade.v1", "OfferExpired.v1", "OfferMade.v1");

    @Inject
    ExpiringOffers expiring;

    /** Not the tests' usual client: what it adds to a request takes longer than the race. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void oneOfYesAndSilenceWinsEveryRace() throws Exception {
        var won = 0;
        var races = 0;
        for (; races < RACES || (won == 0 || won == races) && races < MOST_RACES; races += AT_ONCE) {
            var searches = Searches.asked("35", AT_ONCE);
            // The clock needs a moment to come by: whoever answers at once wins nearly always.
            var statuses = against(answers(searches, "acceptance", "{}", race -> race % 5 * 10));
            var said = searches.types();
            var hubs = searches.hubs();
            for (var i = 0; i < AT_ONCE; i++) {
                assertTrue(ALLOWED.contains(statuses.get(i)), statuses::toString);
                assertEquals(statuses.get(i) == 200 ? ACCEPTED : NEXT, said.get(i));
                assertEquals(statuses.get(i) == 200 ? NANTES : NECKER, hubs.get(i));
                won += statuses.get(i) == 200 ? 1 : 0;
            }
        }
        assertTrue(won > 0, "silence has won every race");
        assertTrue(won < races, "silence has won no race");
    }

    @Test
    void oneOfNoAndSilenceWinsEveryRace() throws Exception {
        var searches = Searches.asked("35", AT_ONCE);

        var statuses = against(answers(searches, "declinal", "{\"reason\": \"NO_CAPACITY\"}", race -> 0));

        var said = searches.types();
        for (var i = 0; i < AT_ONCE; i++) {
            assertTrue(ALLOWED.contains(statuses.get(i)), statuses::toString);
            var end = statuses.get(i) == 200 ? "OfferDeclined.v1" : "OfferExpired.v1";
            assertEquals(List.of("OfferMade.v1", end, "OfferMade.v1"), said.get(i));
        }
    }

    @Test
    void theEndOfASearchEndsItWhetherTheHubHasJustKeptSilentOrNot() throws Exception {
        var searches = Searches.asked("35", AT_ONCE);

        against(searches.all().stream()
                .<Callable<Integer>>map(search -> () -> {
                    search.overdue();
                    search.cancel();
                    return 0;
                })
                .toList());

        await().untilAsserted(() -> searches.types().forEach(all -> {
            var said = new ArrayList<>(all);
            assertEquals("OfferWithdrawn.v1", said.remove(said.size() - 1));
            assertTrue(said.equals(NEXT) || said.equals(List.of("OfferMade.v1")), said::toString);
        }));
    }

    /** Each as the time of its offer has just passed, or so many milliseconds later. */
    private List<Callable<Integer>> answers(Searches searches, String answer, String body, IntUnaryOperator thinking) {
        var token = Tokens.hub(NANTES);
        var offers = searches.offers();
        return IntStream.range(0, AT_ONCE)
                .<Callable<Integer>>mapToObj(race -> () -> {
                    searches.all().get(race).overdue();
                    Thread.sleep(thinking.applyAsInt(race));
                    return http.send(post(token, offers.get(race), answer, body), BodyHandlers.discarding())
                            .statusCode();
                })
                .toList();
    }

    private static HttpRequest post(String token, String offer, String answer, String body) {
        var address = "http://localhost:%d/v1/offers/%s/%s".formatted(RestAssured.port, offer, answer);
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** All of them while the clock runs, each as its time passes; then the clock runs once more. */
    private List<Integer> against(List<Callable<Integer>> answers) throws Exception {
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(1 + RACING);
        try {
            var clock = pool.submit(() -> {
                while (!over.get()) {
                    Clockwork.expire(expiring);
                }
            });
            var statuses = new ArrayList<Integer>();
            for (var answer : pool.invokeAll(answers)) {
                statuses.add(answer.get());
            }
            over.set(true);
            clock.get();
            Clockwork.expire(expiring);
            return statuses;
        } finally {
            over.set(true);
            pool.shutdown();
        }
    }
}
