package fr.genereferral.hubdirectory.expiry;

import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static fr.genereferral.hubdirectory.Patience.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.core.ThrowingRunnable;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** While a hub waits for an answer of the hospital its clock rests: by the database's, whatever an instance believes. */
@ServiceTest
class RestingOffersTest {
    @Inject
    ExpiringOffers expiring;

    @Test
    void neitherExpireNorRemindAndGoOnWithWhatWasLeft() {
        var search = Search.in("35").pressing().routed("OfferMade").waited(30);
        var tag = search.read(Tokens.hub(NANTES)).extract().header("ETag");
        var placement = search.placement(Tokens.coordinator()).extract().header("ETag");
        search.asks(1);
        awaitRest(search, notNullValue());
        search.read(Tokens.hub(NANTES)).body("openQuestions", equalTo(1)).body("restsUntil", notNullValue());
        assertNotEquals(tag, search.read(Tokens.hub(NANTES)).extract().header("ETag"));
        assertNotEquals(
                placement, search.placement(Tokens.coordinator()).extract().header("ETag"));

        search.overdue();
        Clockwork.expire(expiring);
        Clockwork.remind(expiring);
        search.read(Tokens.hub(NANTES)).body("state", equalTo("OPEN")).body("remindedAt", nullValue());

        search.isTold(0);
        awaitRest(search, nullValue());
        Clockwork.expire(expiring);
        String expiresAt = search.read(Tokens.hub(NANTES))
                .body("state", equalTo("OPEN"))
                .body("openQuestions", nullValue())
                .extract()
                .path("expiresAt");
        assertTrue(Instant.parse(expiresAt).isAfter(Instant.now()));
        assertEquals(List.of("OfferMade.v1", "OfferSeen.v1"), search.said());
    }

    @Test
    void expireWhenTheyHaveRestedForAsLongAsTheyMay() {
        var search = Search.in("35").pressing().routed("OfferMade").asks(1);
        awaitRest(search, notNullValue());
        search.restedTooLong();

        Clockwork.expire(expiring);

        search.until("OfferExpired.v1", "OfferMade.v1");
        assertEquals(NECKER, search.hub());
    }

    @Test
    void areOfNoAccountOnceTheHubHasAnswered() {
        var search = Search.in("35").pressing().routed("OfferMade");
        var first = search.offer();
        search.asks(1);
        awaitRest(search, notNullValue());
        search.decline("NO_CAPACITY").statusCode(200).body("restingSince", nullValue());
        Search.get(Tokens.hub(NANTES), "/v1/offers/" + first).body("openQuestions", nullValue());

        search.isTold(0);
        search.overdue();
        // The sweep passes over what somebody has in hand: here perhaps the news of the answer.
        awaited(() -> {
            Clockwork.expire(expiring);
            assertTrue(search.said().contains("OfferExpired.v1"));
        });
        search.cancel();

        search.until("OfferDeclined.v1", "OfferMade.v1", "OfferExpired.v1", "OfferMade.v1", "OfferWithdrawn.v1");
    }

    /** Said again as the broker may, and by the coordinator, who asks under no offer. */
    @Test
    void hearEachQuestionOnceAndNoneOfTheCoordinator() {
        var search = Search.in("35").pressing().routed("OfferMade").asks(1);
        awaitRest(search, notNullValue());
        var event = (ObjectNode) Search.example("QuestionOpened.v1");
        search.publish(
                "QuestionOpened.v1",
                3,
                event.put("referralId", search.referral()).put("offerId", search.offer()));
        search.publish("QuestionClosed.v1", 4, coordinators(search));
        search.cancelAs(5);

        search.until("OfferWithdrawn.v1");
        Search.get(Tokens.hub(NANTES), "/v1/offers/" + search.offer())
                .body("state", equalTo("WITHDRAWN"))
                .header("ETag", equalTo("\"3-q1.1\""));
    }

    /** The hub had asked in time, and its time is noticed to have passed while the news of it comes. */
    @Test
    void areDecidedByWhoeverHoldsThePlacementFirst() throws Exception {
        for (var race = 0; race < 5; race++) {
            var search =
                    Search.in("35").pressing().routed("OfferMade").waited(99).overdue();
            var first = "/v1/offers/" + search.offer();
            Clockwork.atOnce(List.<Callable<Object>>of(
                    () -> search.asks(1, Instant.now().minusSeconds(10)), () -> Clockwork.expire(expiring)));
            awaited(() -> {
                var heard = Search.get(Tokens.hub(NANTES), first).extract().jsonPath();
                assertTrue(heard.get("openQuestions") != null
                        || heard.getString("state").equals("EXPIRED"));
            });

            Clockwork.expire(expiring);

            var offer = Search.get(Tokens.hub(NANTES), first).extract().jsonPath();
            var rests = offer.getString("state").equals("OPEN");
            assertEquals(rests, offer.get("restingSince") != null);
            assertEquals(rests ? 0 : 1, Collections.frequency(search.said(), "OfferExpired.v1"));
        }
    }

    private static ObjectNode coordinators(Search search) {
        var event = (ObjectNode) Search.example("QuestionClosed.v1");
        return event.put("referralId", search.referral())
                .put("organisation", "national")
                .putNull("offerId");
    }

    private static void awaitRest(Search search, Matcher<Object> since) {
        awaited(() -> search.read(Tokens.hub(NANTES)).body("restingSince", since));
    }

    private static void awaited(ThrowingRunnable assertion) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10)).untilAsserted(assertion);
    }
}
