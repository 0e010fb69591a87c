package fr.genereferral.hubdirectory.pattern;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.far;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.middle;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.near;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.overseas;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class PatternResourceTest {
    private static final String HALF_A_YEAR = "from=2026-01&to=2026-06&therapy=";
    private static final String FAR_DECLINED =
            "items[0].comparisons.find { it.outcome == 'DECLINED' && it.band == 'FAR' }.";
    private static final String OVERSEAS_DECLINED =
            "items[0].comparisons.find { it.outcome == 'DECLINED' && it.band == 'OVERSEAS' }.";

    /** Scenario 15: 40 % of the far, 8 % of the near, at equal completeness. */
    @Test
    void alertsWithTheNumbersAndTheInterval() throws SQLException {
        var answers = new PastAnswers(NANTES, "PAT-BIAS");
        answers.accepted(near(55)).declined(near(5), "NO_CAPACITY");
        answers.accepted(near(62).incomplete()).declined(near(5).incomplete(), "OTHER");
        answers.accepted(far(30)).declined(far(20), "NO_CAPACITY");
        answers.accepted(far(15).incomplete()).declined(far(10).incomplete(), "DATA_INSUFFICIENT");

        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-BIAS")
                .statusCode(200)
                .body("alerts", equalTo(1))
                .body("compared", equalTo(2))
                .body("expectedByChance", closeTo(0.01, 1e-9))
                .body("parameters.confidence", closeTo(0.99, 1e-9))
                .body("items", hasSize(1))
                .body("items[0].hub.id", equalTo(NANTES))
                .body("items[0].all.asked", equalTo(202))
                .body("items[0].all.declined", equalTo(40))
                .body("items[0].all.declinedFor.NO_CAPACITY", equalTo(25))
                .body("items[0].all.suppressed", equalTo(false))
                .body("items[0].bands.find { it.band == 'FAR' }.counts.declined", equalTo(30))
                .body("items[0].completeness.find { it.completeness == 'INCOMPLETE' }.counts.asked", equalTo(92))
                .body(FAR_DECLINED + "verdict", equalTo("ALERT"))
                .body(FAR_DECLINED + "figures.rate", closeTo(0.4, 0.0005))
                .body(FAR_DECLINED + "figures.against", closeTo(0.080, 0.001))
                .body(FAR_DECLINED + "figures.difference", closeTo(0.320, 0.001))
                .body(FAR_DECLINED + "figures.low", closeTo(0.18, 0.03))
                .body(FAR_DECLINED + "figures.high", closeTo(0.46, 0.03))
                .body(FAR_DECLINED + "text.fr", containsString("À regarder"))
                .body(FAR_DECLINED + "text.en", containsString("To be looked at"))
                .body(OVERSEAS_DECLINED + "verdict", equalTo("TOO_FEW"))
                .body("notes.code", contains("NO_CAUSE", "MANY_LOOKS"));
    }

    @Test
    void seesNothingWhereCompletenessExplainsIt() throws SQLException {
        var answers = new PastAnswers(NANTES, "PAT-DATA");
        answers.accepted(near(64)).declined(near(16), "OTHER");
        answers.accepted(near(8).incomplete()).declined(near(12).incomplete(), "DATA_INSUFFICIENT");
        answers.accepted(far(16)).declined(far(5), "OTHER");
        answers.accepted(far(32).incomplete()).declined(far(48).incomplete(), "DATA_INSUFFICIENT");

        patterns(Tokens.auditor(), HALF_A_YEAR + "PAT-DATA")
                .statusCode(200)
                .body("alerts", equalTo(0))
                .body(FAR_DECLINED + "verdict", equalTo("NOT_SHOWN"))
                .body(FAR_DECLINED + "figures.difference", closeTo(0.01, 0.03));
    }

    /** Two children overseas: their number is not told, nor the one that it would follow from. */
    @Test
    void tellsNoSmallNumberAndNoneThatItFollowsFrom() throws SQLException {
        var answers = new PastAnswers(NANTES, "PAT-FEW");
        answers.accepted(near(40)).accepted(far(30)).accepted(middle(9));
        answers.declined(overseas(2), "NO_CAPACITY").declined(near(20), "NO_CAPACITY");

        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-FEW")
                .statusCode(200)
                .body("items[0].all.asked", equalTo(101))
                .body("items[0].all.declined", equalTo(22))
                .body("items[0].bands.find { it.band == 'OVERSEAS' }.counts.asked", nullValue())
                .body("items[0].bands.find { it.band == 'OVERSEAS' }.counts.declined", nullValue())
                .body("items[0].bands.find { it.band == 'MIDDLE' }.counts.asked", nullValue())
                .body("items[0].bands.find { it.band == 'NEAR' }.counts.declined", nullValue())
                .body("items[0].bands.find { it.band == 'OVERSEAS' }.counts.suppressed", equalTo(true))
                .body(OVERSEAS_DECLINED + "verdict", equalTo("TOO_FEW"))
                .body("notes.code", hasItem("SUPPRESSED"));
    }

    /** No near child has been declined but two: everybody may know that it is looked at, and nobody how many they were. */
    @Test
    void alertsWithoutFiguresThatWouldTellASmallNumber() throws SQLException {
        var answers = new PastAnswers(NANTES, "PAT-MUTE");
        answers.accepted(near(60)).declined(near(2), "OTHER");
        answers.accepted(far(20)).declined(far(20), "NO_CAPACITY");

        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-MUTE")
                .statusCode(200)
                .body("alerts", equalTo(1))
                .body(FAR_DECLINED + "verdict", equalTo("ALERT"))
                .body(FAR_DECLINED + "figures", nullValue())
                .body("items[0].bands.find { it.band == 'NEAR' }.counts.declined", nullValue())
                .body("items[0].bands.find { it.band == 'FAR' }.counts.declined", nullValue())
                .body("notes.code", hasItem("SUPPRESSED"));
    }

    @Test
    void countsAYesThatWasGivenBackAndNothingThatWasNotAnswered() throws SQLException {
        var answers = new PastAnswers(NANTES, "PAT-YES");
        answers.givenBack(near(6)).expired(near(7)).withdrawn(near(8));
        // The months are those of Paris, in which June ends two hours before it does elsewhere.
        answers.accepted(near(5).on("2026-06-30T21:59:59Z")).accepted(near(50).on("2026-06-30T22:00:00Z"));

        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-YES")
                .statusCode(200)
                .body("items[0].all.asked", equalTo(18))
                .body("items[0].all.accepted", equalTo(11))
                .body("items[0].all.expired", equalTo(7));
    }

    /** Asked twice, no and then yes, and by the run as it was stored: from Rennes to Nantes it is more than an hour. */
    @Test
    void countsAChildOnceWithTheFirstAnswer() throws SQLException {
        var searches = IntStream.range(0, 5).mapToObj(i -> Search.in("35")).toList();
        // All at once: each is on its way through the broker while the others are.
        searches.forEach(search -> search.route(1));
        for (var search : searches) {
            search.until("OfferMade.v1");
            assertEquals(NANTES, search.hub());
            search.decline("DATA_INSUFFICIENT").statusCode(200);
            answered(search, "2025-03-03T12:00:00Z", "ended_at");
        }
        searches.forEach(search -> search.route(2));
        for (var search : searches) {
            search.until("OfferMade.v1");
            assertEquals(NANTES, search.hub());
            search.accept().statusCode(200);
            answered(search, "2025-04-04T12:00:00Z", "accepted_at");
        }

        patterns(Tokens.coordinator(), "from=2025-03&to=2025-04")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].therapy", equalTo("ONA-IV"))
                .body("items[0].all.asked", equalTo(5))
                .body("items[0].all.declinedFor.DATA_INSUFFICIENT", equalTo(5))
                .body("items[0].bands.find { it.band == 'MIDDLE' }.counts.asked", equalTo(5))
                .body("items[0].completeness.find { it.completeness == 'COMPLETE' }.counts.asked", equalTo(5));
        patterns(Tokens.coordinator(), "from=2025-04&to=2025-04").body("items", hasSize(0));
    }

    @Test
    void showsAHubItsOwnAlone() throws SQLException {
        new PastAnswers(NANTES, "PAT-OWN").accepted(near(9));
        new PastAnswers(LYON, "PAT-OWN").accepted(near(10));
        var admin = Tokens.of(LYON, "hub_admin");

        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-OWN").body("items", hasSize(2));
        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-OWN&hub=" + NANTES).body("items.all.asked", contains(9));
        patterns(admin, HALF_A_YEAR + "PAT-OWN").statusCode(200).body("items.all.asked", contains(10));
        patterns(admin, HALF_A_YEAR + "PAT-OWN&hub=" + LYON).statusCode(200).body("items", hasSize(1));
        patterns(admin, HALF_A_YEAR + "PAT-OWN&hub=" + NANTES).statusCode(404);
        patterns(admin, "from=2026-01&to=2026-06").body("items.hub.id", everyItem(equalTo(LYON)));
        patterns(Tokens.hub(LYON), HALF_A_YEAR + "PAT-OWN").statusCode(403);
        patterns(Tokens.hospital(LYON), HALF_A_YEAR + "PAT-OWN").statusCode(403);
    }

    @Test
    void saysThatThereIsNothing() {
        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-NONE")
                .statusCode(200)
                .body("items", hasSize(0))
                .body("alerts", equalTo(0))
                .body("notes.code", contains("NOTHING"))
                .body("notes[0].text.fr", containsString("Aucune offre"))
                .body("notes[0].text.en", containsString("No offer"))
                .body("parameters.source", containsString("CONV"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-07&to=2026-06",
                "to=2099-01",
                "from=2019-01&to=2019-06",
                "to=2019-12",
                "from=x",
                "hub=-",
                "therapy=no therapy"
            })
    void refusesWhatIsNoQuestion(String query) {
        patterns(Tokens.coordinator(), query).statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void namesNoChild() throws SQLException {
        var answers = new PastAnswers(NANTES, "PAT-WHO");
        answers.accepted(near(12));

        patterns(Tokens.coordinator(), HALF_A_YEAR + "PAT-WHO")
                .statusCode(200)
                .body(not(containsString("referral")))
                .body(not(containsString("birth")));
    }

    private static ValidatableResponse patterns(String token, String query) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE)))
                .auth()
                .oauth2(token)
                .get("/v1/patterns?" + query)
                .then();
    }

    /** The offer that was made last, as if it had been answered then. */
    private static void answered(Search search, String at, String column) throws SQLException {
        var update = "update offer set " + column + " = cast(cast(? as text) as timestamptz),"
                + " offered_at = cast(cast(? as text) as timestamptz) - interval '1 hour' where id = cast(? as uuid)";
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.prepareStatement(update)) {
            statement.setString(1, at);
            statement.setString(2, at);
            statement.setString(3, search.offer());
            assertEquals(1, statement.executeUpdate());
        }
    }
}
