package fr.genereferral.referral.web;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Bodies;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes, the answer is a problem in our own shape and never an error of ours. */
@ServiceTest
class HostileRequestsTest {
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
        "/dossier/facts/0, method, \"a\\ud800b\"",
        "/identity, familyName, \"a\\udc00b\"",
        "/dossier, birthDate, \"2026-02-30\"",
        "/dossier/facts/0, date, \"2026-02-30\""
    })
    void refusesTextThatCannotBeKeptAndDatesThatDoNotExist(String object, String field, String json) {
        problem(post(with(object, field, json)), 422, "INVALID")
                .body("violations.pointer", hasItem(object + "/" + field))
                .body("violations.code", hasItem("WRONG_FORMAT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999", "1.8446744073709551617e19", "18446744073709551617", "1e-999999999", "21"})
    void refusesNumbersThatWouldOverflow(String number) {
        problem(post(with("/dossier/genetics/copyNumbers/0", "copies", number)), 422, "INVALID")
                .body("violations.pointer", hasItem("/dossier/genetics/copyNumbers/0/copies"));
    }

    @Test
    void namesAnUnknownFieldByItsPointer() {
        problem(post(with("/identity", "a/b~c", "1")), 422, "INVALID")
                .body("violations.pointer", hasItem("/identity/a~1b~0c"))
                .body("violations.code", hasItem("FIELD_UNKNOWN"));
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        problem(post(new byte[MORE_THAN_A_MEGABYTE]), 413, "TOO_LARGE");
    }

    /** It hears so although it goes on sending: a connection that breaks under it says nothing. */
    @Test
    void letsWhoSendsTooMuchReadTheRefusal() throws Exception {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var sending = socket.getOutputStream();
            sending.write(("POST /v1/referrals HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + 3 * MORE_THAN_A_MEGABYTE + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (var part = 0; part < 3; part++) {
                Thread.sleep(50);
                sending.write(new byte[MORE_THAN_A_MEGABYTE]);
            }

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
    }

    @Test
    void refusesInWordsWhatComesInChunksAndTurnsOutTooLarge() throws Exception {
        // REST Assured says how long a body is: only a stream does not know.
        var unmeasured = HttpRequest.BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(new byte[2 * MORE_THAN_A_MEGABYTE]));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/referrals"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.hospital(Tokens.RENNES))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
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
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{}".getBytes())
                        .post("/v1/referrals")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "/dossier/disease, orpha, \"ORPHA:83330\\n\"",
        "/dossier/clinician, rpps, \"99700218896\\n\"",
        "/identity, familyName, \"EXEMPLE\\n\"",
        "/identity, familyName, \"EXEMPLE\\u2028\""
    })
    void doesNotOverlookALineBreakAtTheEnd(String object, String field, String json) {
        problem(post(with(object, field, json)), 422, "INVALID")
                .body("violations.find { it.pointer == '" + object + "/" + field + "' }.code", equalTo("WRONG_FORMAT"));
    }

    @Test
    void doesNotAnswerABodyFullOfRubbishWithMegabytes() {
        var rubbish =
                IntStream.range(0, 50_000).mapToObj(i -> "\"a" + i + "\":1").collect(joining(",", "{", "}"));

        problem(post(rubbish.getBytes()), 422, "INVALID").body("violations.size()", equalTo(200));
    }

    @Test
    void refusesOtherContentTypes() {
        problem(
                request()
                        .contentType("text/plain")
                        .body("x")
                        .post("/v1/referrals")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        problem(request().accept("application/xml").get("/v1/referrals").then(), 406, "NOT_ACCEPTABLE");
        problem(request().delete("/v1/referrals").then(), 405, "METHOD_NOT_ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/referrals/nobody", "/v1/referrals/nobody/timeline", "/v1/nothing", "/nothing"})
    void findsNothingAtAnAddressThatIsNone(String path) {
        problem(request().get(path).then(), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "limit=99999999999",
                "limit=%2B5",
                "updatedSince=%2B294277-01-01T00:00:00Z",
                "updatedSince=-1000000000-01-01T00:00:00Z",
                "cursor=next",
                "cursor=1-1-1-1-1",
                "updatedSince=today",
                "state=NOWHERE",
                "reference=%00",
                "reference=GR-22222223"
            })
    void refusesAWrongParameter(String query) {
        problem(request().get("/v1/referrals?" + query).then(), 400, "PARAMETER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {";;q=x,,", "en;q=0, de", "*", "-", "--"})
    void speaksFrenchToWhoeverAsksForNothingItSpeaks(String header) {
        problem(
                        request()
                                .header("Accept-Language", header)
                                .get("/v1/referrals?limit=0")
                                .then(),
                        400,
                        "PARAMETER_INVALID")
                .body("title", equalTo("Paramètre invalide"));
    }

    @Test
    void takesNoOrganisationThatIsNotOne() {
        for (var organisation : List.of("platform", "national", "350007084,490000049", "12")) {
            var token = Tokens.token(organisation, "referrer", "referral-api");
            problem(given().auth().oauth2(token).get("/v1/referrals").then(), 403, "ORGANISATION_MISSING");
        }
        var many = Jwt.subject("subject")
                .groups(Set.of("referrer"))
                .issuer("https://server.example.com")
                .audience("referral-api")
                .claim("organization_finess", List.of("350007084", "490000049"))
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
        problem(given().auth().oauth2(many).get("/v1/referrals").then(), 403, "ORGANISATION_MISSING");
    }

    @Test
    void refusesTokensThatAreNone() {
        problem(
                        given().header("Authorization", "Bearer abc")
                                .get("/v1/referrals")
                                .then(),
                        401,
                        "UNAUTHENTICATED")
                .header("WWW-Authenticate", "Bearer");
        problem(given().get("/v1/referrals").then(), 401, "UNAUTHENTICATED");
    }

    @Test
    void answersHeadAndOptions() {
        request().head("/v1/referrals").then().statusCode(200);
        request().options("/v1/referrals").then().statusCode(200).header("Allow", containsString("POST"));
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
        return given().auth().oauth2(Tokens.hospital(Tokens.RENNES));
    }

    private static ValidatableResponse post(byte[] body) {
        return request()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/referrals")
                .then();
    }

    /** A complete body with one value put in as raw JSON. */
    private static byte[] with(String object, String field, String json) {
        var body = Bodies.complete();
        ((ObjectNode) body.at(object)).put(field, "@");
        return body.toString().replace("\"@\"", json).getBytes();
    }
}
