package fr.genereferral.hubdirectory.notice;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.Patience.await;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.expiry.Clockwork;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub follows its worklist. */
@ServiceTest
class EventResourceTest {
    @Inject
    TellingHubs telling;

    @Inject
    Followers followers;

    /** Thousands, in a whole build: no stream is to begin before them. */
    @BeforeEach
    void tellWhatOtherTestsHaveLeft() {
        Feed.tell(telling);
    }

    @Test
    void tellsAHubWhatHappensToItsOffersAndNobodyElse() {
        try (var nantes = EventStream.of(Tokens.hub(NANTES), null).begun();
                var lyon = EventStream.of(Tokens.hub(LYON), null).begun()) {
            var search = Search.in("35").routed("OfferMade");
            var offer = search.offer();
            search.read(Tokens.hub(NANTES)).statusCode(200);
            Search.post(Tokens.hub(NANTES), offer, "claim", "{}").statusCode(200);
            search.waited(30);
            Clockwork.remind();
            search.overdue();
            Clockwork.expire();

            awaited(nantes, offer, "expired");
            var told = nantes.about(offer);
            assertEquals("arrived", told.get(0).name());
            assertEquals(
                    List.of("arrived", "changed", "reminded", "expired"),
                    told.stream().map(EventStream.Event::name).distinct().toList());
            assertEquals(
                    List.of("OPEN", "EXPIRED"),
                    told.stream()
                            .map(e -> e.data().get("state").asText())
                            .distinct()
                            .toList());
            assertFalse(last(told).data().has("dueAt"));
            assertEquals(List.of(), lyon.about(offer));
        }
    }

    @Test
    void saysOfAnOfferWhereItIsReadAndNothingOfTheChild() {
        try (var nantes = EventStream.of(Tokens.hub(NANTES), null).begun()) {
            var search = Search.in("35").routed("OfferMade");

            var arrived = awaited(nantes, search.offer(), "arrived").get(0);

            var names = new TreeSet<String>();
            arrived.data().fieldNames().forEachRemaining(names::add);
            assertEquals(new TreeSet<>(List.of("id", "offerId", "kind", "state", "dueAt", "notedAt", "href")), names);
            assertEquals(
                    "/v1/offers/" + search.offer(), arrived.data().get("href").asText());
            assertEquals(arrived.id(), arrived.data().get("id").asText());
            search.read(Tokens.hub(NANTES))
                    .body("expiresAt", equalTo(arrived.data().get("dueAt").asText()));
        }
    }

    @Test
    void goesOnFromTheLastEventThatAReaderHas() {
        var seen = Feed.last(Tokens.hub(NANTES));
        var first = Search.in("35").routed("OfferMade").offer();
        var second = Search.in("35").routed("OfferMade").offer();
        Feed.tell(telling);

        try (var late = EventStream.of(Tokens.hub(NANTES), String.valueOf(seen))) {
            awaited(late, second, "arrived");
            assertEquals(1, late.about(second).size());
            assertEquals(1, late.about(first).size());
            var ids = late.events().stream().map(e -> Long.parseLong(e.id())).toList();
            assertEquals(Feed.inARow(seen + 1, ids.size()), ids);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999", "x", "-1", "1.5", "99999999999999999999"})
    void tellsAReaderToReadTheListWhereItCannotGoOn(String last) {
        var seen = Feed.last(Tokens.hub(NANTES));
        try (var stream = EventStream.of(Tokens.hub(NANTES), last).begun()) {
            var event = stream.events().get(0);
            assertEquals("reset", event.name());
            assertEquals("/v1/worklist", event.data().get("href").asText());
            assertEquals(String.valueOf(seen), event.id());
        }
    }

    @Test
    void showsThatItIsAliveAndEndsWithTheToken() {
        try (var stream = EventStream.of(Tokens.hub(NANTES), null).begun()) {
            followers.tick(Instant.now().plusSeconds(16));
            await().until(() -> stream.lines().contains(":"));
            assertFalse(stream.hasEnded());

            followers.tick(Instant.now().plus(Duration.ofDays(365)));

            await().until(stream::hasEnded);
        }
    }

    @Test
    void isGivenToWhoeverAsksForAStreamAndIsOfAHub() {
        for (var accept : List.of("application/json", "text/*", "*/*")) {
            given().auth()
                    .oauth2(Tokens.hub(NANTES))
                    .accept(accept)
                    .get("/v1/offers/events")
                    .then()
                    .statusCode(406)
                    .body("code", equalTo("NOT_ACCEPTABLE"));
        }
        for (var other : List.of(Tokens.coordinator(), Tokens.auditor(), Tokens.hospital(NANTES))) {
            given().auth()
                    .oauth2(other)
                    .accept("text/event-stream")
                    .get("/v1/offers/events")
                    .then()
                    .statusCode(403);
        }
        given().accept("text/event-stream").get("/v1/offers/events").then().statusCode(401);
        var nowhere = Tokens.of(null, "hub_clinician");
        given().auth()
                .oauth2(nowhere)
                .accept("text/event-stream")
                .get("/v1/offers/events")
                .then()
                .statusCode(403)
                .body("code", equalTo("ORGANISATION_MISSING"));
    }

    /** What comes before the first of this name, it included, and what has come after it. */
    private List<EventStream.Event> awaited(EventStream stream, String offer, String name) {
        await().until(() -> {
            // Whoever has only just come, or had no room, is told with the next look.
            Feed.tell(telling);
            return stream.about(offer).stream().anyMatch(event -> event.name().equals(name));
        });
        return stream.about(offer);
    }

    private static EventStream.Event last(List<EventStream.Event> events) {
        return events.get(events.size() - 1);
    }
}
