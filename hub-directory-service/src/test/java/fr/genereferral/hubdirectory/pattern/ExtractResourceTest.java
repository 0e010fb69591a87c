package fr.genereferral.hubdirectory.pattern;

import static fr.genereferral.hubdirectory.DirectoryFixtures.LYON;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.far;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.near;
import static fr.genereferral.hubdirectory.pattern.PastAnswers.overseas;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ExtractResourceTest {
    /** In which no other test counts anything. */
    private static final String DAY = "2022-05-15T12:00:00Z";

    private static final String FILE_DAY = "2023-05-15T12:00:00Z";

    private static final String ASKED_AGAIN = """
            insert into offer (id, referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, therapy, urgency,
                state, illustrative, offered_at, expires_at, ended_at, decline_reason, version)
            select uuidv7(), referral_id, match_run_id, routing, rank, hub_id, hub_name, hub_city, 'EXT-THEN', urgency,
                'DECLINED', false, offered_at + interval '9 days', expires_at + interval '9 days',
                ended_at + interval '9 days', 'OTHER', 1
            from offer where therapy = 'EXT-FIRST'
            """;

    @Test
    void tellsHubsAndDistancesOfAllTherapiesTogetherAndNoSmallNumber() throws SQLException {
        new PastAnswers(NANTES, "EXT-ONE").accepted(near(41).on(DAY)).declined(near(9).on(DAY), "OTHER");
        new PastAnswers(NANTES, "EXT-TWO").accepted(far(12).on(DAY)).declined(far(3).on(DAY), "OTHER");
        new PastAnswers(LYON, "EXT-TWO").declined(overseas(4).on(DAY), "NO_CAPACITY");
        var nantes = "rows.find { it.hub.id == '" + NANTES + "' && it.band == '%s' }.";

        extract(Tokens.coordinator(), "2022")
                .statusCode(200)
                .body("year", equalTo(2022))
                .body("smallestCell", equalTo(5))
                .body("source", containsString("CONV"))
                .body("cannotTell.fr", containsString("Toutes thérapies ensemble"))
                .body("cannotTell.en", containsString("All therapies together"))
                .body("rows.hub.id", not(hasItem(LYON)))
                .body("rows", hasSize(6))
                .body(nantes.formatted("ALL") + "asked", equalTo(65))
                .body(nantes.formatted("FAR") + "asked", equalTo(15))
                .body(nantes.formatted("FAR") + "declined", nullValue())
                .body(nantes.formatted("FAR") + "accepted", nullValue())
                .body(nantes.formatted("OVERSEAS") + "asked", equalTo(0))
                .body(not(containsString("EXT-")))
                .body(not(containsString("referral")));
    }

    @Test
    void isAFileForWhoAsksForOneAndSaysInEachLineWhatItCannotTell() throws SQLException {
        new PastAnswers(NANTES, "EXT-FILE").accepted(near(30).on(FILE_DAY)).declined(far(2).on(FILE_DAY), "OTHER");

        var text = given().auth()
                .oauth2(Tokens.auditor())
                .accept("text/csv")
                .header("Accept-Language", "en")
                .get("/v1/patterns/extract?year=2023")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("patterns-2023.csv"))
                .extract()
                .asString();

        var lines = text.split("\r\n");
        assertTrue(lines[0].contains("\"year\",\"hub\""), lines[0]);
        assertEquals(7, lines.length);
        assertTrue(lines[1].startsWith("\"2023\",\"" + NANTES + "\",\"Hub\",\"Ville\",\"ALL\","), lines[1]);
        for (var i = 1; i < lines.length; i++) {
            assertTrue(lines[i].contains("[CONV]") && lines[i].contains("All therapies together"), lines[i]);
        }
    }

    /** Asked for twice, for two therapies: one child, with what was answered first. */
    @Test
    void countsAChildOnceForAHubWhateverTheTherapy() throws SQLException {
        new PastAnswers(NANTES, "EXT-FIRST").accepted(near(6).on("2024-05-15T12:00:00Z"));
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            assertEquals(6, statement.executeUpdate(ASKED_AGAIN));
        }

        extract(Tokens.coordinator(), "2024")
                .statusCode(200)
                .body("rows[0].asked", equalTo(6))
                .body("rows[0].accepted", equalTo(6))
                .body("rows[0].declined", equalTo(0));
    }

    @Test
    void tellsTheSameWheneverItIsAskedAndNothingOfAYearWithoutAnswers() {
        var first = extract(Tokens.coordinator(), "2021").statusCode(200).body("rows", hasSize(0));

        assertEquals(
                first.extract().asString(),
                extract(Tokens.coordinator(), "2021").extract().asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099", "2019", "x", "2022-01", "22", "-2022"})
    void refusesWhatIsNoYearThatIsOver(String year) {
        extract(Tokens.coordinator(), year).statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void isForTheCoordinatorAndTheAuditorAlone() {
        extract(Tokens.of(NANTES, "hub_admin"), "2022").statusCode(403);
        extract(Tokens.hub(NANTES), "2022").statusCode(403);
        extract(Tokens.hospital(NANTES), "2022").statusCode(403);
        given().auth()
                .oauth2(Tokens.coordinator())
                .accept("text/html")
                .get("/v1/patterns/extract?year=2022")
                .then()
                .statusCode(406);
    }

    private static ValidatableResponse extract(String token, String year) {
        return given().auth()
                .oauth2(token)
                .get("/v1/patterns/extract?year=" + year)
                .then();
    }
}
