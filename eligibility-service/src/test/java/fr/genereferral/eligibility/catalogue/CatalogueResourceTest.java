package fr.genereferral.eligibility.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class CatalogueResourceTest {
    private static final Path PUBLISHED = Path.of("contracts/published");

    @Test
    void servesTheDictionaryWordForWord() throws IOException {
        var served = get("facts").statusCode(200).extract().asByteArray();

        assertArrayEquals(Files.readAllBytes(PUBLISHED.resolve("fact-dictionary.json")), served);
    }

    @Test
    void servesTheCatalogueThatIsPublished() throws IOException {
        var served = get("therapies").statusCode(200).extract().asString();

        var json = new ObjectMapper();
        assertEquals(json.readTree(PUBLISHED.resolve("therapies.json").toFile()), json.readTree(served));
    }

    @Test
    void showsEveryCriterionWithItsTextAndSource() {
        get("therapies/ONA-IV")
                .statusCode(200)
                .body("therapy.id", equalTo("ONA-IV"))
                .body("version", equalTo(1))
                .body("criteria.id", hasItems("G1", "G7", "ONA-IV.1", "ONA-IV.3b", "ONA-IV.W3", "ONA-IV.ORG"))
                .body("criteria.find { it.id == 'ONA-IV.3b' }.text.fr", notNullValue())
                .body("criteria.find { it.id == 'ONA-IV.3b' }.source.mark", equalTo("S"))
                .body("criteria.find { it.id == 'ONA-IV.1' }.reportedAs", hasItems("G3"))
                .body("criteria.find { it.id == 'ONA-IV.5' }.pendingAllowed", hasItems("AAV9"));
    }

    @Test
    void listsWhatADiseaseOrAGeneMayOpen() {
        get("therapies?disease=ORPHA:98896").statusCode(200).body("id", equalTo(List.of("GNT4", "ELE")));
        get("therapies?gene=HGNC:4827").statusCode(200).body("id", hasItems("CAS-SCD", "CAS-TDT", "ZYN", "LYF"));
        get("therapies?gene=HGNC:4827&disease=ORPHA:848")
                .statusCode(200)
                .body("id", equalTo(List.of("CAS-TDT", "ZYN")));
        get("therapies?disease=ORPHA:1").statusCode(200).body("id", equalTo(List.of()));
        get("therapies?gene=SMN1").statusCode(400).body("code", equalTo("PARAMETER_INVALID"));
    }

    @Test
    void showsTheCriteriaOfRecordOfAClosedProductAndSaysThatTheyAreNotJudged() {
        get("therapies/XLM")
                .statusCode(200)
                .body("therapy.availability", equalTo("CLOSED"))
                .body("criteria.find { it.id == 'XLM.R1' }.judged", equalTo(false))
                .body("criteria.find { it.id == 'G3' }.judged", equalTo(true));
        get("therapies/FCS").statusCode(200).body("criteria.id", not(hasItem("FCS.R1")));
    }

    @Test
    void saysNotFoundForATherapyThatDoesNotExist() {
        get("therapies/ZZZ").statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void asksForATokenAndAKnownRole() {
        given().get("/v1/reference/facts").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.token("passer_by", "eligibility-api"))
                .get("/v1/reference/therapies")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(Tokens.token("auditor", "eligibility-api"))
                .get("/v1/reference/" + path)
                .then();
    }
}
