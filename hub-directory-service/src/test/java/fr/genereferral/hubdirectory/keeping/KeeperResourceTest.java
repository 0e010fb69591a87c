package fr.genereferral.hubdirectory.keeping;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.capacity.CapacityCalls.givenBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.answer.AtOnce;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who reads a file, and in which order a hub finds its files. */
@ServiceTest
class KeeperResourceTest {
    private static final String ADMIN = Tokens.of(NANTES, "hub_admin");
    private static final String CLINICIAN = Tokens.hub(NANTES);
    private static final String HANDOVER = "{\"to\": {\"rpps\": \"99700218896\"}, \"reason\": \"END_OF_DUTY\"}";

    @Test
    void showsColleaguesWhoReadsTheFileAndWhoHadItBefore() {
        var search = Search.in("35").routed("OfferMade");
        claim(CLINICIAN, search).statusCode(200).body("inHand.keeper.user", equalTo("subject-hub_clinician"));
        claim(ADMIN, search)
                .statusCode(200)
                .body("inHand.keeper.user", equalTo("subject-hub_admin"))
                .body("inHand.from.user", equalTo("subject-hub_clinician"));

        move(CLINICIAN, search, "handover", HANDOVER)
                .statusCode(200)
                .body("inHand.keeper.rpps", equalTo("99700218896"))
                .body("changes.move", contains("HANDED_OVER", "CLAIMED", "CLAIMED"))
                .body("changes[0].reason", equalTo("END_OF_DUTY"))
                .body("changes[0].madeBy", equalTo("subject-hub_clinician"));

        search.read(ADMIN).header("ETag", "\"2.3\"").body("inHand.from.user", equalTo("subject-hub_admin"));
        Search.get(ADMIN, "/v1/offers?limit=200").body(line(search) + ".inHand.keeper.rpps", equalTo("99700218896"));
        Search.get(ADMIN, "/v1/offers/" + search.offer() + "/actions").body("actions.action", hasItem("RELEASE"));
        move(CLINICIAN, search, "release", "{}").statusCode(200).body("inHand", nullValue());
        search.read(ADMIN).header("ETag", "\"2.4\"").body("inHand", nullValue());
        move(CLINICIAN, search, "release", "{}")
                .statusCode(409)
                .body("code", equalTo("NOT_IN_HAND"))
                .body("actions", contains("CLAIM", "HAND_OVER"));
    }

    @Test
    void keepsNobodyFromAnsweringAndIsHeardByNobodyElse() {
        var search = Search.in("35").routed("OfferMade");
        claim(ADMIN, search).statusCode(200);
        claim(ADMIN, search).statusCode(200).body("changes.number", contains(1));
        assertEquals(List.of("OfferMade.v1"), search.said());

        search.accept()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("inHand.keeper.user", equalTo("subject-hub_admin"));
        move(CLINICIAN, search, "handover", HANDOVER).statusCode(200);
        search.giveBack("OTHER").statusCode(200).body("inHand", nullValue());
    }

    @Test
    void endsWithTheOffer() {
        var search = Search.in("35").routed("OfferMade");
        var first = search.offer();
        claim(ADMIN, search).statusCode(200);
        search.decline("NO_CAPACITY").statusCode(200);

        for (var move : List.of("claim", "release")) {
            Search.post(ADMIN, first, move, "{}").statusCode(409).body("code", equalTo("OFFER_ENDED"));
        }
        Search.post(ADMIN, first, "handover", HANDOVER).statusCode(409);
        Search.get(ADMIN, "/v1/offers/" + first + "/actions").body("actions", empty());
        Search.get(ADMIN, "/v1/offers/" + first + "/keeper")
                .body("changes.move", contains("CLAIMED"))
                .body("inHand", nullValue());
        Search.get(ADMIN, "/v1/offers?limit=200")
                .body("items.find { it.id == '" + first + "' }.state", equalTo("DECLINED"))
                .body("items.find { it.id == '" + first + "' }.inHand", nullValue());
    }

    /** The yes stands, and there is nothing left to do: nobody has the file in hand, wherever it is asked. */
    @Test
    void endsWithTheReferralOfAHubThatHasAccepted() {
        var search = Search.in("35").routed("OfferMade");
        claim(ADMIN, search).statusCode(200);
        search.accept().statusCode(200);
        var before = search.read(ADMIN).body("inHand", notNullValue()).extract().header("ETag");

        search.close();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> search.placement(Tokens.coordinator()).body("state", equalTo("CLOSED")));
        var after = search.read(ADMIN)
                .body("state", equalTo("ACCEPTED"))
                .body("inHand", nullValue())
                .body("patient", notNullValue())
                .extract()
                .header("ETag");
        assertNotEquals(before, after);
        var keeper = Search.get(ADMIN, "/v1/offers/" + search.offer() + "/keeper");
        keeper.body("changes.move", contains("CLAIMED")).body("inHand", nullValue());
        Search.get(ADMIN, "/v1/offers?limit=200")
                .body(line(search) + ".state", equalTo("ACCEPTED"))
                .body(line(search) + ".inHand", nullValue());
        claim(ADMIN, search).statusCode(409).body("code", equalTo("OFFER_ENDED"));
    }

    @Test
    void looksTheSameToAStrangerAsAnOfferThatNeverWas() {
        var search = Search.in("35").routed("OfferMade");
        var stranger = Tokens.hub(LYON);

        for (var move : List.of("claim", "release")) {
            var theirs = Search.post(stranger, search.offer(), move, "{}").statusCode(404);
            var never = Search.post(stranger, UUID.randomUUID().toString(), move, "{}");
            assertEquals(never.extract().asString(), theirs.extract().asString());
            Search.post(Tokens.coordinator(), search.offer(), move, "{}").statusCode(403);
            Search.post(Tokens.hospital(NANTES), search.offer(), move, "{}").statusCode(403);
        }
        Search.post(stranger, search.offer(), "handover", HANDOVER).statusCode(404);
        Search.get(stranger, "/v1/offers/" + search.offer() + "/keeper").statusCode(404);
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var search = Search.in("35").routed("OfferMade");

        move(ADMIN, search, "handover", "{\"to\": {\"rpps\": \"10101201234\"}, \"reason\": \"BORED\", \"words\": 1}")
                .statusCode(422)
                .body("violations.pointer", contains("/to/rpps", "/reason", "/words"));
        move(ADMIN, search, "handover", "{\"to\": {\"user\": \"Dr Dupont\"}, \"reason\": \"OTHER\"}")
                .statusCode(422)
                .body("violations.pointer", contains("/to/user"))
                .body("detail", not(containsString("Dupont")));
        move(ADMIN, search, "handover", "{\"to\": {}, \"reason\": \"OTHER\"}")
                .statusCode(422)
                .body("violations.code", contains("FIELD_MISSING"));
        var both = "{\"to\": {\"user\": \"%s\", \"rpps\": \"99700218896\"}, \"reason\": \"OTHER\"}";
        move(ADMIN, search, "handover", both.formatted(UUID.randomUUID())).statusCode(422);
        move(ADMIN, search, "claim", "{\"to\": 1}").statusCode(422);
        move(ADMIN, search, "claim", "").statusCode(400);
    }

    @RepeatedTest(2)
    void goesFromOneToTheOtherWhenTwoClaimItAtTheSameInstant() throws Exception {
        var search = Search.in("35").routed("OfferMade");
        var offer = search.offer();

        var statuses = AtOnce.sorted(
                () -> Search.post(ADMIN, offer, "claim", "{}").extract().statusCode(),
                () -> Search.post(CLINICIAN, offer, "claim", "{}").extract().statusCode());

        assertEquals(List.of(200, 200), statuses);
        Search.get(ADMIN, "/v1/offers/" + offer + "/keeper")
                .body("changes.number", contains(2, 1))
                .body("inHand.from", not(nullValue()));
    }

    /** Neither the placement nor the offer is locked for it: an answer that is being given keeps nobody from reading. */
    @Test
    void isNotKeptWaitingByAnAnswer() throws SQLException {
        var search = Search.in("35").routed("OfferMade");
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeQuery(
                    "select * from placement where referral_id = '" + search.referral() + "' for update");

            claim(ADMIN, search).statusCode(200);

            connection.rollback();
        }
    }

    @Test
    void listsWhatWaitsByUrgencyAndTimeLeftPageByPage() throws SQLException {
        var therapy = givenBy(LYON);
        var routine = offered(therapy, "ROUTINE", 10);
        var later = offered(therapy, "PRESSING", 20);
        var sooner = offered(therapy, "PRESSING", 5);
        var critical = offered(therapy, "CRITICAL", 30);
        var answered = offered(therapy, "CRITICAL", 1);
        Search.post(Tokens.hub(LYON), answered, "declinal", "{\"reason\": \"OTHER\"}")
                .statusCode(200);
        Search.post(Tokens.hub(LYON), critical, "claim", "{}").statusCode(200);

        var found = new ArrayList<String>();
        var next = "/v1/worklist?limit=3";
        while (next != null) {
            var page =
                    Search.get(Tokens.hub(LYON), next).statusCode(200).extract().jsonPath();
            found.addAll(page.getList("items.findAll { it.therapy == '" + therapy + "' }.id", String.class));
            next = page.getString("next") == null ? null : "/v1/worklist?limit=3&cursor=" + page.getString("next");
        }

        assertEquals(List.of(critical, sooner, later, routine), found);
        Search.get(Tokens.hub(LYON), "/v1/worklist?limit=200")
                .body("items.find { it.id == '" + critical + "' }.inHand.keeper.user", equalTo("subject-hub_clinician"))
                .body("items.find { it.id == '" + sooner + "' }.inHand", nullValue());
        Search.get(Tokens.hub(LYON), "/v1/worklist?cursor=x").statusCode(400);
        Search.get(Tokens.hospital(LYON), "/v1/worklist").statusCode(403);
    }

    /** Its urgency and its deadline are what the test says, never a clock. */
    private static String offered(String therapy, String urgency, int minutesLeft) throws SQLException {
        var offer = Search.in("69").forTherapy(therapy).routed("OfferMade").offer();
        var update = "update offer set urgency = ?, expires_at = now() + make_interval(mins => ?)"
                + " where cast(id as text) = ?";
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.prepareStatement(update)) {
            statement.setString(1, urgency);
            statement.setInt(2, minutesLeft);
            statement.setString(3, offer);
            assertEquals(1, statement.executeUpdate());
        }
        return offer;
    }

    private static String line(Search search) {
        return "items.find { it.id == '" + search.offer() + "' }";
    }

    private static ValidatableResponse claim(String token, Search search) {
        return move(token, search, "claim", "{}");
    }

    private static ValidatableResponse move(String token, Search search, String move, String body) {
        return Search.post(token, search.offer(), move, body);
    }
}
