package fr.genereferral.hubdirectory.answer;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Three who answer for one hub at the same instant, two at the hub and the coordinator who has it on the telephone: one wins,
 * and each of the others is told why not, where the offer stands now, and what is left to do.
 */
@ServiceTest
class RacingAnswersTest {
    private static final int RACES = Boolean.getBoolean("e2e.long") ? 10_000 : 200;
    /** Offers that wait for their race. */
    private static final int AT_ONCE = 50;

    private static final String FIRST = Tokens.of(NANTES, "hub_clinician");
    private static final String SECOND = Tokens.of(NANTES, "hub_admin");
    private static final String COORDINATOR = Tokens.coordinator();
    private static final Map<String, String> BECOMES = Map.of("acceptance", "ACCEPTED", "declinal", "DECLINED");
    private static final Map<String, String> EVENT =
            Map.of("acceptance", "OfferAccepted.v1", "declinal", "OfferDeclined.v1");

    /** Who says what. */
    private record Answerer(String token, String answer, boolean telephone) {
        Callable<Told> to(String offer, CyclicBarrier start) {
            var move = telephone ? "telephone-" + answer : answer;
            return () -> {
                start.await();
                var response = Search.post(token, offer, move, body()).extract();
                return new Told(this, response.statusCode(), response.contentType(), response.jsonPath());
            };
        }

        private String body() {
            var reason = answer.equals("declinal") ? "\"reason\": \"NO_CAPACITY\"" : "";
            if (!telephone) {
                return "{" + reason + "}";
            }
            var said = "\"saidBy\": {\"function\": \"PHYSICIAN\"}, \"saidAt\": \"%s\""
                    .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS));
            return "{" + (reason.isEmpty() ? said : reason + ", " + said) + "}";
        }
    }

    private record Told(Answerer by, int status, String contentType, JsonPath body) {}

    @Test
    void oneWinsEveryRaceAndTheOthersHearWhyNotAndWhatIsLeft() throws Exception {
        var pool = Executors.newFixedThreadPool(3);
        var winners = new ArrayList<Answerer>();
        try {
            for (var race = 0; race < RACES; race += AT_ONCE) {
                for (var search : asked()) {
                    var offer = search.offer();
                    var start = new CyclicBarrier(3);
                    var told = new ArrayList<Told>();
                    for (var answer : pool.invokeAll(answerers(winners.size()).stream()
                            .map(by -> by.to(offer, start))
                            .toList())) {
                        told.add(answer.get());
                    }
                    winners.add(winner(search, told));
                }
            }
        } finally {
            pool.shutdownNow();
        }

        assertEquals(RACES, winners.size());
        for (var answer : BECOMES.keySet()) {
            assertTrue(winners.stream().anyMatch(by -> by.answer().equals(answer)), "no " + answer + " has ever won");
        }
    }

    private static List<Search> asked() {
        var searches = Stream.generate(() -> Search.in("35")).limit(AT_ONCE).toList();
        searches.forEach(search -> search.route(1));
        searches.forEach(search -> search.until("OfferMade.v1"));
        return searches;
    }

    /** Every mixture of yes and no in turn. */
    private static List<Answerer> answerers(int race) {
        return List.of(
                new Answerer(FIRST, answer(race), false),
                new Answerer(SECOND, answer(race >> 1), false),
                new Answerer(COORDINATOR, answer(race >> 2), true));
    }

    private static String answer(int bits) {
        return bits % 2 == 0 ? "acceptance" : "declinal";
    }

    private static Answerer winner(Search search, List<Told> told) {
        var won = told.stream().filter(one -> one.status() == 200).toList();
        assertEquals(1, won.size(), told::toString);
        var winner = won.get(0).by();
        told.stream().filter(one -> one.by() != winner).forEach(loser -> isTold(loser, winner.answer()));
        var next = winner.answer().equals("declinal") ? Stream.of("OfferMade.v1") : Stream.<String>empty();
        assertEquals(
                Stream.concat(Stream.of("OfferMade.v1", EVENT.get(winner.answer())), next)
                        .toList(),
                search.said());
        return winner;
    }

    private static void isTold(Told loser, String won) {
        assertEquals(409, loser.status(), loser::toString);
        assertTrue(loser.contentType().startsWith("application/problem+json"), loser::contentType);
        assertEquals("OFFER_NO_LONGER_OPEN", loser.body().getString("code"));
        assertEquals(BECOMES.get(won), loser.body().getString("holder.offer"));
        var stays = won.equals("acceptance");
        assertEquals(stays, NANTES.equals(loser.body().getString("holder.hub.id")), loser::toString);
        // A hub may give back what its colleague has accepted; a coordinator may not give it back for the hub.
        assertEquals(
                stays && !loser.by().telephone() ? List.of("GIVE_BACK") : List.of(),
                loser.body().getList("actions"));
    }
}
