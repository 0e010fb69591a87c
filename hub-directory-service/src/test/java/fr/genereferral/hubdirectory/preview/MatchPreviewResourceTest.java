package fr.genereferral.hubdirectory.preview;

import static fr.genereferral.hubdirectory.DirectoryFixtures.BASTIA;
import static fr.genereferral.hubdirectory.DirectoryFixtures.MARSEILLE;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NANTES;
import static fr.genereferral.hubdirectory.DirectoryFixtures.NECKER;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class MatchPreviewResourceTest {

    @Test
    void ranksAsForAReferralAndNamesNoReferral() {
        var search = Search.in("35").routed("OfferMade");
        List<Object> real = search.placement(Tokens.coordinator()).extract().path("matchRuns[0].ranked");

        List<Object> previewed = preview("""
                {"therapy": "ONA-IV", "birthDate": "2026-07-20", "weightKg": 5.8, "origin": {"departement": "35"}}""")
                .statusCode(200)
                .body("id", nullValue())
                .body("routing", nullValue())
                .body("origin.code", equalTo("35"))
                .body("excluded.reason", hasItem("RELAY_ONLY"))
                .extract()
                .path("ranked");

        assertEquals(real, previewed);
    }

    @Test
    void tellsTermsNeedsAndWishes() {
        preview("""
                {"therapy": "ONA-IV", "ageYears": 0, "origin": {"hospital": "%s"},
                 "hubPreferred": "%s", "hubsDeclinedByFamily": ["%s"]}""".formatted(BASTIA, NECKER, NANTES))
                .statusCode(200)
                // Marseille is nearer, by less than the hour that a family's wish is worth.
                .body("ranked[0].hub.id", equalTo(NECKER))
                .body("ranked.find { it.hub.id == '" + MARSEILLE + "' }.terms.preferredMinutes", equalTo(0))
                .body("ranked[0].needs.overnight", equalTo(true))
                .body("ranked.find { it.hub.id == '" + NECKER + "' }.terms.preferredMinutes", equalTo(-60))
                .body("ranked.terms.cost", everyItem(notNullValue()))
                .body("excluded.find { it.hub.id == '" + NANTES + "' }.reason", equalTo("REFUSED_BY_FAMILY"))
                .body("parameters.travelLimits.overnightFromMinutes", equalTo(240));
    }

    @Test
    void saysEverythingThatIsWrong() {
        preview("""
                {"therapy": "ona", "origin": {"departement": "20", "town": "Bastia"}, "ageYears": 200, "weightKg": -1,
                 "hubsDeclinedByFamily": [null, "no hub"], "name": "x"}""")
                .statusCode(422)
                .body("violations", hasSize(8))
                .body(
                        "violations.pointer",
                        hasItems(
                                "/therapy",
                                "/origin/departement",
                                "/origin/town",
                                "/ageYears",
                                "/weightKg",
                                "/hubsDeclinedByFamily/0",
                                "/hubsDeclinedByFamily/1",
                                "/name"));
        preview("{\"therapy\": \"ONA-IV\", \"birthDate\": \"2126-01-01\"}")
                .statusCode(422)
                .body("violations.find { it.pointer == '/origin' }.code", equalTo("FIELD_MISSING"))
                .body("violations.find { it.pointer == '/birthDate' }.code", equalTo("VALUE_OUT_OF_BOUNDS"));
    }

    private static ValidatableResponse preview(String body) {
        return given().auth()
                .oauth2(Tokens.hospital(BASTIA))
                .contentType("application/json")
                .body(body)
                .post("/v1/hubs/match-preview")
                .then();
    }
}
