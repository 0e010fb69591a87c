package fr.genereferral.eligibility.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Tokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class PreviewResourceTest {
    private static final String PATH = "/v1/eligibility/preview";

    @Test
    void saysWhatIsMissingAndStoresNothing() {
        var before = Books.read("select count(*) from assessment");

        preview(Samples.preview())
                .statusCode(200)
                .contentType("application/json")
                .body("evaluationDate", equalTo("2026-11-23"))
                .body("verdicts.therapy", equalTo(List.of("ONA-IV", "ONA-IT", "NUS", "RIS")))
                .body("verdicts[0].fr.verdict", equalTo("NEEDS_INFO"))
                .body("verdicts[0].fr.missing", hasItems("ONA-IV.7", "ONA-IV.8"))
                .body("verdicts[1].fr.verdict", equalTo("UNAVAILABLE"))
                .body("verdicts[2].fr.verdict", equalTo("ELIGIBLE"));

        assertEquals(before, Books.read("select count(*) from assessment"));
    }

    @Test
    void givesTheSameBytesForTheSameQuestion() {
        var once = preview(Samples.preview()).extract().asString();

        assertEquals(once, preview(Samples.preview()).extract().asString());
    }

    @Test
    void echoesAVeryLongVariantNameShort() {
        var body = Samples.caseFile("g6-legacy-intron");
        body.remove(List.of("from", "expected"));
        var name = "NM_000790.4:c.1" + "A".repeat(385);
        ((ObjectNode) body.at("/dossier/genetics/variants/0")).put("hgvs", name);

        preview(body)
                .statusCode(200)
                .body(containsString(name.substring(0, 80) + "…"))
                .body(not(containsString(name.substring(0, 81))));
    }

    @Test
    void namesEverythingThatDoesNotFitAtOnce() {
        var body = Samples.preview().put("asOf", "2026-11-23");
        body.putArray("therapiesSought").add("ONA-IV").add("ZZZ");
        var facts = (ArrayNode) body.get("dossier").get("facts");
        ((ObjectNode) facts.get(0)).put("code", "bodyweight");
        ((ObjectNode) facts.get(1)).put("value", "5");
        ((ObjectNode) facts.get(2)).put("date", "2126-11-20");

        preview(body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID"))
                .body(
                        "violations.code",
                        hasItems("THERAPY_UNKNOWN", "FACT_UNKNOWN", "VALUE_NOT_ALLOWED", "DATE_IN_FUTURE"))
                .body("violations.find { it.code == 'FACT_UNKNOWN' }.expected", equalTo("body-weight"))
                .body("violations.find { it.code == 'FACT_UNKNOWN' }.pointer", equalTo("/dossier/facts/0/code"))
                .body("violations.pointer", hasItem("/therapiesSought/1"));
    }

    @Test
    void refusesFieldsThatNobodyKnows() {
        var body = Samples.preview();
        ((ObjectNode) body.get("dossier")).put("familyName", "EXEMPLE");

        preview(body)
                .statusCode(422)
                .body("violations.code", hasItem("FIELD_UNKNOWN"))
                .body("violations.detail", everyItem(not(containsString("EXEMPLE"))));
    }

    @Test
    void saysMalformedInTheCallersLanguage() {
        given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body("{\"dossier\":")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .header("Content-Language", equalTo("en"));
    }

    @Test
    void acceptsAVariantNameThatCannotBeUsedAndSaysSo() {
        var body = Samples.caseFile("g6-legacy-intron");
        body.remove("from");
        body.remove("expected");

        preview(body).statusCode(200).body("verdicts[0].fr.missing", hasItem("G6"));
    }

    @Test
    void asksForATokenOfThisAudienceAndAKnownRole() {
        given().contentType("application/json").body("{}").post(PATH).then().statusCode(401);
        as(Tokens.token("referrer", "referral-api")).statusCode(401);
        as(Tokens.token("passer_by", "eligibility-api")).statusCode(403).body("code", equalTo("FORBIDDEN"));
        as(Tokens.token("integrator", "eligibility-api")).statusCode(200);
        as(Tokens.token("rules_author", "eligibility-api")).statusCode(200);
    }

    private static ValidatableResponse preview(ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(body.toString())
                .post(PATH)
                .then();
    }

    private static ValidatableResponse as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Samples.preview().toString())
                .post(PATH)
                .then();
    }
}
