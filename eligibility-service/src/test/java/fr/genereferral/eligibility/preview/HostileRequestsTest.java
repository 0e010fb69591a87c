package fr.genereferral.eligibility.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the answer is a problem in our own shape and never an error of ours. */
@ServiceTest
class HostileRequestsTest {
    private static final String PATH = "/v1/eligibility/preview";
    private static final int MORE_THAN_A_MEGABYTE = 1_100_000;

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{} {}", "{\"a\":1,\"a\":2}", "\uFEFF{}", "{\"a\": NaN}"})
    void callsWhatIsNotOneJsonValueMalformed(String body) {
        problem(post(body.getBytes()), 400, "MALFORMED");
    }

    @Test
    void refusesBrokenUtf8AndDeepNesting() {
        problem(post(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}), 400, "MALFORMED");
        problem(post("[".repeat(5000).getBytes()), 400, "MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({
        "/dossier/facts/0, method, \"a\\u0000b\"",
        "/dossier, birthDate, \"2026-02-30\"",
        "'', asOf, \"2026-13-01\"",
        "/dossier/facts/0, value, 1e999999999",
        "/dossier/facts/0, value, 1e-999999999",
        "/dossier/antibodies/0, titre, 1e-999999999",
        "/dossier/genetics/copyNumbers/0, copies, 1e99999999"
    })
    void refusesWhatWouldBreakAReader(String object, String field, String json) {
        problem(post(with(object, field, json)), 422, "INVALID")
                .body("violations.pointer", hasItem(object + "/" + field));
    }

    @Test
    void judgesADossierWithAsManyVariantsAsAreAllowed() {
        var body = Samples.caseFile("g3-two-phase-unknown");
        body.remove("from");
        body.remove("expected");
        var variants = ((ObjectNode) body.at("/dossier/genetics")).putArray("variants");
        var phases = ((ObjectNode) body.at("/dossier/genetics")).putArray("phases");
        for (var i = 1; i <= 200; i++) {
            variants.addObject()
                    .put("id", "v" + i)
                    .put("gene", "HGNC:2719")
                    .put("hgvs", "NM_000790.4:c." + i + "A>G")
                    .put("zygosity", "heterozygous")
                    .put("acmgClass", 3);
            var phase = phases.addObject().put("phase", "cis");
            phase.putArray("variants").add("v" + i).add("v" + (i % 200 + 1));
        }

        var answer = post(body.toString().getBytes()).statusCode(200).body("verdicts[0].fr.failing", hasItem("G3"));
        // An event larger than the broker takes would stop all that follow it.
        assertTrue(answer.extract().asByteArray().length < 100_000);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        problem(post(new byte[MORE_THAN_A_MEGABYTE]), 413, "TOO_LARGE");
    }

    @Test
    void refusesInWordsWhatComesInChunksAndTurnsOutTooLarge() throws Exception {
        // REST Assured says how long a body is: only a stream does not know.
        var unmeasured = HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[2 * MORE_THAN_A_MEGABYTE]));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + PATH))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.referrer())
                .header("Content-Type", "application/json")
                .POST(unmeasured)
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("TOO_LARGE"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-16", "application/json; charset=latin1", "application/*", "*/*"})
    void takesNothingButJsonInUtf8(String type) {
        problem(
                request()
                        .config(RestAssured.config()
                                .encoderConfig(EncoderConfig.encoderConfig()
                                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                        .header("Content-Type", type)
                        .body("{}".getBytes())
                        .post(PATH)
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "/dossier/disease, orpha, \"ORPHA:83330\\n\", WRONG_FORMAT",
        "/dossier/facts/0, method, \"balance\\u2028\", WRONG_FORMAT",
        "/dossier/facts/0, method, \"\", TOO_SHORT",
        "'', therapiesSought, '[\"NUS\", \"NUS\"]', DUPLICATE"
    })
    void saysWhatIsWrongWithAValue(String object, String field, String json, String code) {
        problem(post(with(object, field, json)), 422, "INVALID")
                .body("violations.find { it.pointer == '" + object + "/" + field + "' }.code", equalTo(code));
    }

    @Test
    void refusesOtherMethodsAndContentTypes() {
        problem(request().contentType("text/plain").body("x").post(PATH).then(), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(
                request()
                        .accept("application/xml")
                        .get("/v1/reference/therapies")
                        .then(),
                406,
                "NOT_ACCEPTABLE");
        problem(request().delete(PATH).then(), 405, "METHOD_NOT_ALLOWED");
        problem(request().get("/v1/nothing").then(), 404, "NOT_FOUND");
        problem(request().get("/v1/reference/therapies/%00").then(), 404, "NOT_FOUND");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-ID", notNullValue())
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body(not(containsString("Exception")));
    }

    private static RequestSpecification request() {
        return given().auth().oauth2(Tokens.referrer());
    }

    private static ValidatableResponse post(byte[] body) {
        return request().contentType("application/json").body(body).post(PATH).then();
    }

    /** A complete body with one value put in as raw JSON. */
    private static byte[] with(String object, String field, String json) {
        var body = Samples.preview();
        ((ObjectNode) body.at(object)).put(field, "@");
        return body.toString().replace("\"@\"", json).getBytes();
    }
}
