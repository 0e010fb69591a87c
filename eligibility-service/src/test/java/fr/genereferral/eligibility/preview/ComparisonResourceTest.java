package fr.genereferral.eligibility.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Books;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Tokens;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class ComparisonResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void saysWhatATitreWouldChange() {
        var body = comparison("ona-5-titre-51-defers");
        var titre = body.putObject("other")
                .putObject("suppose")
                .putArray("antibodies")
                .addObject();
        titre.put("serotype", "AAV9")
                .put("kind", "total-binding")
                .put("state", "present")
                .put("titre", 25);

        post(body)
                .statusCode(200)
                .body("changes.therapy", contains("ONA-IV"))
                .body("changes[0].fr.from", equalTo("DEFERRED"))
                .body("changes[0].fr.to", equalTo("ELIGIBLE"))
                .body("changes[0].criteria.id", contains("ONA-IV.5"))
                .body("changes[0].criteria[0].from.effect", equalTo("defers"))
                .body("changes[0].criteria[0].to.truth", equalTo("false"));
    }

    @Test
    void bothSidesAreTheBytesOfAPreview() throws IOException {
        var body = comparison("ups-complete");
        body.putObject("other").put("asOf", "2027-11-23");

        var compared = JSON.readTree(post(body).statusCode(200).extract().asString());

        assertEquals(preview(body, "2026-11-23"), compared.get("first"));
        assertEquals(preview(body, "2027-11-23"), compared.get("second"));
    }

    @Test
    void nothingDiffersWhereNothingIsSupposedAnew() {
        var body = comparison("ups-complete");
        body.putObject("other").put("rulesOn", "2026-11-23");

        post(body).statusCode(200).body("changes", empty());
    }

    @Test
    void aReclassifiedVariantCompletesTheConfiguration() {
        var body = comparison("g2-pathogenic-and-vus-in-trans");
        var vus = body.at("/dossier/genetics/variants/1");
        var supposed = body.putObject("other")
                .putObject("suppose")
                .putArray("classifications")
                .addObject();
        supposed.set("gene", vus.get("gene"));
        supposed.set("hgvs", vus.get("hgvs"));
        supposed.put("acmgClass", 5);

        post(body)
                .statusCode(200)
                .body("changes[0].fr.from", equalTo("NEEDS_INFO"))
                .body("changes[0].fr.to", equalTo("ELIGIBLE"))
                .body("changes[0].criteria.id", hasItem("G2"));
    }

    @Test
    void aSecondDayOnWhichAPatientHasGrownTooOldShowsIt() {
        var body = comparison("nus-2-presymptomatic-day-before-18");
        body.putObject("other").put("asOf", "2028-11-23");

        post(body)
                .statusCode(200)
                .body("changes.find { it.therapy == 'NUS' }.fr.to", equalTo("NOT_ELIGIBLE"))
                .body("changes.find { it.therapy == 'NUS' }.criteria.id", hasItem("NUS.2"));
    }

    @Test
    void namesEverythingThatDoesNotFitAtOnce() {
        var body = comparison("ups-complete");
        var other = body.putObject("other");
        other.put("rulesOn", "2020-01-01");
        other.putObject("suppose")
                .putArray("facts")
                .addObject()
                .put("code", "bodyweight")
                .put("state", "unknown");
        ((ObjectNode) body.get("dossier")).put("birthDate", "2126-01-01");

        post(body)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems("/other/rulesOn", "/other/suppose/facts/0/code", "/dossier/birthDate"))
                .body("violations.code", hasItems("NO_RULES_IN_FORCE", "FACT_UNKNOWN", "DATE_IN_FUTURE"));
    }

    @Test
    void aVersionThatNeverWasIsRefusedWithTheOneThatIs() {
        var body = comparison("ups-complete");
        body.putObject("other")
                .putArray("versions")
                .addObject()
                .put("therapy", "UPS")
                .put("version", 7);

        post(body)
                .statusCode(422)
                .body("violations.code", contains("VERSION_UNKNOWN"))
                .body("violations[0].pointer", equalTo("/other/versions/0"))
                .body("violations[0].expected", equalTo("1"));
    }

    @Test
    void whatIsSupposedMustBeAboutSomethingAndOfThatDay() {
        var body = comparison("g2-pathogenic-and-vus-in-trans");
        var suppose = body.putObject("other").putObject("suppose");
        suppose.putArray("classifications")
                .addObject()
                .put("gene", "HGNC:2719")
                .put("hgvs", "NM_000790.4:c.1A>G")
                .put("acmgClass", 5);
        suppose.putArray("phases")
                .addObject()
                .put("phase", "trans")
                .putArray("variants")
                .add("v1")
                .add("v9");
        var fact = suppose.putArray("facts").addObject();
        fact.put("code", "skull-maturity-suitable").put("state", "present").put("date", "2026-11-24");

        post(body)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        hasItems(
                                "/other/suppose/classifications/0",
                                "/other/suppose/phases/0/variants",
                                "/other/suppose/facts/0/date"))
                .body("violations.code", hasItems("VARIANT_UNKNOWN", "DATE_IN_FUTURE"));
    }

    @Test
    void aComparisonWithNothingIsIncomplete() {
        var body = comparison("ups-complete");
        body.putObject("other");

        post(body).statusCode(422).body("violations.pointer", contains("/other"));
    }

    @Test
    void storesNothing() {
        var before = Books.read("select count(*) from assessment");
        var body = comparison("ups-complete");
        body.putObject("other").put("asOf", "2027-11-23");

        post(body).statusCode(200).body("first.verdicts[0].amm", not(nullValue()));

        assertEquals(before, Books.read("select count(*) from assessment"));
    }

    @Test
    void aPreviewSupposesAsWell() {
        var body = comparison("ona-5-titre-missing-is-5-and-7");
        var titre = body.putObject("suppose").putArray("antibodies").addObject();
        titre.put("serotype", "AAV9")
                .put("kind", "neutralising")
                .put("state", "present")
                .put("titre", 51);

        given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/eligibility/preview")
                .then()
                .statusCode(200)
                .body("verdicts.find { it.therapy == 'ONA-IV' }.fr.verdict", equalTo("DEFERRED"));
    }

    private static JsonNode preview(ObjectNode comparison, String asOf) throws IOException {
        var body = comparison.deepCopy().without("other");
        ((ObjectNode) body).put("asOf", asOf);
        return JSON.readTree(given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/eligibility/preview")
                .asString());
    }

    private static ObjectNode comparison(String caseName) {
        var body = Samples.caseFile(caseName);
        body.remove(List.of("from", "expected"));
        return body;
    }

    private static ValidatableResponse post(ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(body.toString())
                .post("/v1/eligibility/comparison")
                .then();
    }
}
