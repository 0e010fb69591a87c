package fr.genereferral.hubdirectory.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the answer is a problem in our own shape and never an error of ours. */
@ServiceTest
class HostileRequestsTest {
    private static final String GRANT = "/v1/hubs/750100208/accreditations";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/hubs/%00", "/v1/hubs/%F0%9F%A7%AC", "/v1/hubs/'--", "/v1/offers/%00"})
    void findsNothingAtAnAddressThatIsNone(String path) {
        problem(as(Tokens.hub("750100208")).urlEncodingEnabled(false).get(path).then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=%2B5",
                "limit=0",
                "limit=201",
                "limit=9999999999",
                "cursor=x",
                "cursor=1-1-1-1-1",
                "state=open"
            })
    void refusesAWrongParameter(String query) {
        problem(
                as(Tokens.hub("750100208"))
                        .urlEncodingEnabled(false)
                        .get("/v1/offers?" + query)
                        .then(),
                400,
                "PARAMETER_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "from, \"+12026-01-01\", WRONG_FORMAT",
        "from, \"-2026-01-01\", WRONG_FORMAT",
        "from, \"2026-02-30\", WRONG_FORMAT",
        "source, null, WRONG_FORMAT",
        "source, \"list\\n\", WRONG_FORMAT",
        "underAgeYears, null, WRONG_TYPE",
        "illustrative, null, WRONG_TYPE"
    })
    void takesNoValueOfAnotherForm(String field, String json, String code) {
        var from = field.equals("from") ? json : "\"2026-12-01\"";
        var rest = field.equals("from") ? "" : ", \"" + field + "\": " + json;

        problem(grant("application/json", "{\"therapy\": \"LUX\", \"from\": " + from + rest + "}"), 422, "INVALID")
                .body("violations.pointer", contains("/" + field))
                .body("violations.code", contains(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=utf-16", "application/json; charset=latin1", "application/*", "*/*"})
    void takesNothingButJsonInUtf8(String type) {
        problem(grant(type, "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesInWordsWhatComesInChunksAndTurnsOutTooLarge() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + GRANT))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.coordinator())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_200_000])))
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("TOO_LARGE"), answer.body());
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-ID", notNullValue())
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body(not(containsString("Exception")));
    }

    private static ValidatableResponse grant(String type, String body) {
        return as(Tokens.coordinator())
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.getBytes())
                .post(GRANT)
                .then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }
}
