package fr.genereferral.eligibility.rights;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.ServiceTest;
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
    private static final String ROUTE = "/v1/reference/facts";
    private static final Issuer ISSUER = Issuer.of(TokensTest.class.getResourceAsStream("/privateKey.jwk"));

    @Test
    void letsAHospitalIn() {
        assertEquals(200, status(Forgeries.genuine(ISSUER, claims("referrer", "350007084"))));
    }

    static Stream<Arguments> forgeries() {
        return Forgeries.of(ISSUER, claims("referrer", "350007084")).entrySet().stream()
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
                "eligibility-api",
                "groups",
                List.of(role),
                "organization_finess",
                organisation);
    }
}
