package fr.genereferral.hubdirectory.expiry;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is first wins, and the other is told; the deadline itself is nobody's. */
@ServiceTest
class ExpiryAtTheSameInstantTest {
    private static final int RACES = Boolean.getBoolean("e2e.long") ? 10_000 : 100;
    /** Where one side has lost them all, more races are run: who is quicker is for the machine to say. */
    private static final int MOST_RACES = 10 * RACES;

    private static final int AT_ONCE = 50;
    private static final List<Integer> ALLOWED = List.of(200, 409);
    private static final List<String> ACCEPTED = List.of("OfferMade.v1", "OfferAccepted.v1");
    private static final List<String> NEXT = List.of("OfferMade.v1", "OfferExpired.v1", "OfferMade.v1");

    @Inject
    ExpiringOffers expiring;

    @Test
    void oneOfYesAndSilenceWinsEveryRace() throws Exception {
        var won = 0;
        var races = 0;
        for (; races < RACES || (won == 0 || won == races) && races < MOST_RACES; races += AT_ONCE) {
            var searches = asked();
            var statuses = against(searches.stream()
                    .<Callable<Integer>>map(search -> {
                        var offer = search.offer();
                        var thinking = searches.indexOf(search) % 5 * 10;
                        return () -> {
                            search.overdue();
                            // The clock needs a moment to come by: whoever answers at once wins nearly always.
                            Thread.sleep(thinking);
                            return Search.post(Tokens.hub(NANTES), offer, "acceptance", "{}")
                                    .extract()
                                    .statusCode();
                        };
                    })
                    .toList());
            for (var i = 0; i < AT_ONCE; i++) {
                var search = searches.get(i);
                assertTrue(ALLOWED.contains(statuses.get(i)), statuses::toString);
                assertEquals(statuses.get(i) == 200 ? ACCEPTED : NEXT, search.said());
                assertEquals(statuses.get(i) == 200 ? NANTES : NECKER, search.hub());
                won += statuses.get(i) == 200 ? 1 : 0;
            }
        }
        assertTrue(won > 0, "silence has won every race");
        assertTrue(won < races, "silence has won no race");
    }

    @Test
    void oneOfNoAndSilenceWinsEveryRace() throws Exception {
        var searches = asked();

        var statuses = against(searches.stream()
                .<Callable<Integer>>map(search -> {
                    var offer = search.offer();
                    return () -> {
                        search.overdue();
                        return Search.post(Tokens.hub(NANTES), offer, "declinal", "{\"reason\": \"NO_CAPACITY\"}")
                                .extract()
                                .statusCode();
                    };
                })
                .toList());

        for (var i = 0; i < AT_ONCE; i++) {
            assertTrue(ALLOWED.contains(statuses.get(i)), statuses::toString);
            var end = statuses.get(i) == 200 ? "OfferDeclined.v1" : "OfferExpired.v1";
            assertEquals(
                    List.of("OfferMade.v1", end, "OfferMade.v1"),
                    searches.get(i).said());
        }
    }

    @Test
    void theEndOfASearchEndsItWhetherTheHubHasJustKeptSilentOrNot() throws Exception {
        var searches = asked();

        against(searches.stream()
                .<Callable<Integer>>map(search -> () -> {
                    search.overdue();
                    search.cancel();
                    return 0;
                })
                .toList());

        await().untilAsserted(() -> searches.forEach(search -> {
            var said = new ArrayList<>(search.said());
            assertEquals("OfferWithdrawn.v1", said.remove(said.size() - 1));
            assertTrue(said.equals(NEXT) || said.equals(List.of("OfferMade.v1")), said::toString);
        }));
    }

    private static List<Search> asked() {
        var searches = Stream.generate(() -> Search.in("35")).limit(AT_ONCE).toList();
        searches.forEach(search -> search.route(1));
        searches.forEach(search -> search.until("OfferMade.v1"));
        return searches;
    }

    /** All of them while the clock runs, each as its time passes; then the clock runs once more. */
    private List<Integer> against(List<Callable<Integer>> answers) throws Exception {
        var over = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(5);
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
