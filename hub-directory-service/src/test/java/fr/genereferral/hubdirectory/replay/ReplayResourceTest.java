package fr.genereferral.hubdirectory.replay;

import static fr.genereferral.hubdirectory.DirectoryFixtures.RENNES_SUD;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReplayResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    /** For what is run after midnight. */
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    private static final String SUPPOSED = """
            "accredited": [{"hub": "%s", "therapy": "RPL", "underAgeYears": 18}]""".formatted(RENNES_SUD);

    @Test
    void listsEachRunThatWouldHaveEndedOtherwiseAndTheSumsByRegion() {
        // Nobody may give it; children of whom it is known that they are children only when some hub has that bound.
        var searches = IntStream.range(0, 6)
                .mapToObj(i -> Search.in("35").forTherapy("RPL"))
                .toList();
        searches.forEach(search -> search.routed("NoHubFound"));
        var supposed = SUPPOSED.replace(", \"underAgeYears\": 18", "");

        var next = replay(Tokens.coordinator(), supposed + ", \"limit\": 4")
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items.before", everyItem(nullValue()))
                .body("items.after.hub.id", everyItem(equalTo(RENNES_SUD)))
                .body("items.therapy", everyItem(equalTo("RPL")))
                .body("regions.find { it.region == '53' }.changed", greaterThanOrEqualTo(6))
                .body("regions.find { it.region == '53' }.name", equalTo("Bretagne"))
                .body("next", notNullValue())
                .extract()
                .<String>path("next");
        replay(Tokens.auditor(), supposed + ", \"limit\": 4, \"cursor\": \"" + next + "\"")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("regions", nullValue())
                .body("next", nullValue());
        replay(Tokens.coordinator(), SUPPOSED)
                .statusCode(200)
                .body("items", hasSize(0))
                .body("regions.find { it.region == '53' }.undecided", greaterThanOrEqualTo(6));
    }

    @Test
    void changesNothingWhenNothingIsSupposed() {
        Search.in("35").routed("OfferMade");

        replay(Tokens.coordinator(), "\"weights\": {}").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void saysEverythingThatIsWrong() {
        given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .body("""
                        {"from": "2026-01-01", "to": "2025-01-01", "limit": 0, "cursor": "x", "why": 1,
                         "removed": [{"hub": "no hub"}], "weights": {"minutesPerWaitingDay": -1}, "accredited": [1]}""")
                .post("/v1/match-runs/replay")
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems(
                                "/to",
                                "/limit",
                                "/cursor",
                                "/why",
                                "/removed/0/hub",
                                "/removed/0/therapy",
                                "/weights/minutesPerWaitingDay",
                                "/accredited/0"));
        replay(Tokens.hub(RENNES_SUD), SUPPOSED).statusCode(403);
    }

    @Test
    void refusesAHubThatTheDirectoryDoesNotKnow() {
        replay(Tokens.coordinator(), SUPPOSED.replace(RENNES_SUD, "350000000"))
                .statusCode(422)
                .body("violations.pointer", contains("/accredited/0/hub"))
                .body("violations.code", contains("HUB_UNKNOWN"));
    }

    @Test
    void refusesMoreThanAYear() {
        given().auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .body("{\"from\": \"2026-01-01\", \"to\": \"2027-01-02\"}")
                .post("/v1/match-runs/replay")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/to"));
    }

    private static ValidatableResponse replay(String token, String supposed) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"from\": \"%s\", \"to\": \"%s\", %s}".formatted(TODAY, TOMORROW, supposed))
                .post("/v1/match-runs/replay")
                .then();
    }
}
