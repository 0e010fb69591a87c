package fr.genereferral.hubdirectory.rights;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.ServiceTest;
import fr.genereferral.local.forgery.Forgeries;
import fr.genereferral.local.forgery.Issuer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token that is not one is refused in words, whatever is wrong with it. */
@ServiceTest
class TokensTest {
    private static final String ROUTE = "/v1/offers";
    private static final Issuer ISSUER = Issuer.of(TokensTest.class.getResourceAsStream("/privateKey.jwk"));

    @Test
    void letsAHubIn() {
        assertEquals(200, status(Forgeries.genuine(ISSUER, claims("hub_clinician", "440000271"))));
    }

    static Stream<Arguments> forgeries() {
        return Forgeries.of(ISSUER, claims("hub_clinician", "440000271")).entrySet().stream()
                .map(forged -> Arguments.of(forged.getKey(), forged.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refusesAForgery(String wrong, String token) {
        var answer = given().header("Authorization", "Bearer " + token)
                .get(ROUTE)
                .then()
                .extract();

        assertEquals(
                "401 application/problem+json", answer.statusCode() + " " + answer.contentType(), answer::asString);
        assertEquals("UNAUTHENTICATED", answer.path("code"));
        assertEquals("Bearer", answer.header("WWW-Authenticate"));
    }

    static Stream<Arguments> noOrganisations() {
        return Stream.of(
                        "platform",
                        "national",
                        "platform,440000271",
                        "440000271,690007539",
                        " ",
                        "*",
                        "440000271' or '1'='1",
                        "Platform",
                        List.of("440000271", "690007539"),
                        List.of("440000271"),
                        List.of(),
                        Map.of("finess", "440000271"),
                        true,
                        440000271)
                .flatMap(name -> Stream.of("hub_clinician", "hub_admin").map(role -> Arguments.of(role, name)));
    }

    @ParameterizedTest
    @MethodSource("noOrganisations")
    void refusesWhatIsNoOrganisation(String role, Object name) {
        var answer = given().header("Authorization", "Bearer " + Forgeries.genuine(ISSUER, claims(role, name)))
                .get(ROUTE)
                .then()
                .extract();

        assertEquals(
                "403 application/problem+json", answer.statusCode() + " " + answer.contentType(), answer::asString);
        assertEquals("ORGANISATION_MISSING", answer.path("code"));
    }

    private static int status(String token) {
        return given().header("Authorization", "Bearer " + token).get(ROUTE).statusCode();
    }

    private static Map<String, Object> claims(String role, Object organisation) {
        return Map.of(
                "iss",
                "https://server.example.com",
                "sub",
                "subject-" + role,
                "aud",
                "hub-directory-api",
                "groups",
                List.of(role),
                "organization_finess",
                organisation);
    }
}
