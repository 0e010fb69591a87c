package fr.genereferral.hubdirectory.answer;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Three who answer for one hub at the same instant, two at the hub and the coordinator who has it on the telephone: one wins,
 * and each of the others is told why not, where the offer stands now, and what is left to do.
 */
@Tag("crowds")
@ServiceTest
class RacingAnswersTest {
    private static final int RACES = Boolean.getBoolean("e2e.long") ? 10_000 : 200;
    /** Offers that wait for their race. */
    private static final int AT_ONCE = 50;

    private static final Map<String, String> BECOMES = Map.of("acceptance", "ACCEPTED", "declinal", "DECLINED");
    private static final Map<String, String> EVENT =
            Map.of("acceptance", "OfferAccepted.v1", "declinal", "OfferDeclined.v1");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Signed signed;

    /** Not the tests' usual client: what it adds to a request takes longer than the race. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Tokens live for five minutes, and the long run takes longer. */
    private record Signed(String first, String second, String coordinator) {
        static Signed now() {
            return new Signed(Tokens.of(NANTES, "hub_clinician"), Tokens.of(NANTES, "hub_admin"), Tokens.coordinator());
        }
    }

    /** Who says what. */
    private record Answerer(String token, String answer, boolean telephone) {
        HttpRequest to(String offer) {
            var move = telephone ? "telephone-" + answer : answer;
            var address = "http://localhost:%d/v1/offers/%s/%s".formatted(RestAssured.port, offer, move);
            return HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(BodyPublishers.ofString(body()))
                    .build();
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

    private record Told(Answerer by, int status, String contentType, JsonNode body) {
        static Told of(Answerer by, HttpResponse<String> response) {
            try {
                var type = response.headers().firstValue("Content-Type").orElse("");
                return new Told(by, response.statusCode(), type, JSON.readTree(response.body()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void oneWinsEveryRaceAndTheOthersHearWhyNotAndWhatIsLeft() {
        var winners = new ArrayList<Answerer>();
        while (winners.size() < RACES) {
            signed = Signed.now();
            asked().forEach(search -> winners.add(winner(search, race(search.offer(), answerers(winners.size())))));
        }

        assertEquals(RACES, winners.size());
        for (var answer : BECOMES.keySet()) {
            assertTrue(winners.stream().anyMatch(by -> by.answer().equals(answer)), "no " + answer + " has ever won");
        }
    }

    /** All are sent before the first is answered. */
    private List<Told> race(String offer, List<Answerer> answerers) {
        return answerers.stream()
                .map(by -> http.sendAsync(by.to(offer), BodyHandlers.ofString())
                        .thenApply(response -> Told.of(by, response)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static List<Search> asked() {
        var searches = Stream.generate(() -> Search.in("35")).limit(AT_ONCE).toList();
        searches.forEach(search -> search.route(1));
        searches.forEach(search -> search.until("OfferMade.v1"));
        return searches;
    }

    /** Every mixture of yes and no in turn, and each of them the first to be sent. */
    private List<Answerer> answerers(int race) {
        var all = new ArrayList<>(List.of(
                new Answerer(signed.first(), answer(race), false),
                new Answerer(signed.second(), answer(race >> 1), false),
                new Answerer(signed.coordinator(), answer(race >> 2), true)));
        Collections.rotate(all, race);
        return all;
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
        assertEquals("OFFER_NO_LONGER_OPEN", loser.body().path("code").asText());
        assertEquals(BECOMES.get(won), loser.body().at("/holder/offer").asText());
        var stays = won.equals("acceptance");
        assertEquals(stays, NANTES.equals(loser.body().at("/holder/hub/id").asText()), loser::toString);
        // A hub may give back what its colleague has accepted; a coordinator may not give it back for the hub.
        var left = stays && !loser.by().telephone() ? List.of("GIVE_BACK") : List.of();
        assertEquals(left, JSON.convertValue(loser.body().get("actions"), List.class));
    }
}
