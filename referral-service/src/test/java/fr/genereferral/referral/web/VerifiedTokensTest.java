package fr.genereferral.referral.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

@ServiceTest
class VerifiedTokensTest {
    @Inject
    VerifiedTokens verified;

    @Test
    void rememberAGoodTokenForAMinuteAtMost() {
        var token = Tokens.hospital(Tokens.RENNES);

        list(token, 200);
        list(token, 200);

        assertTrue(verified.knows(token, Instant.now()));
        assertFalse(verified.knows(token, Instant.now().plusSeconds(61)));
    }

    @Test
    void refuseATokenThatHasEndedThoughItWasKnown() {
        var end = Instant.now().plusSeconds(3);
        var token = until(end);
        list(token, 200);
        assertTrue(verified.knows(token, end.minusSeconds(1)));

        await().atMost(Duration.ofSeconds(10)).until(() -> Instant.now().isAfter(end.plusSeconds(1)));

        list(token, 401);
    }

    @Test
    void takeATokenWithAChangedClaimForAnother() {
        var token = Tokens.hospital(Tokens.RENNES);
        list(token, 200);

        var changed = changed(token, Tokens.RENNES, Tokens.ANGERS);

        list(changed, 401);
        list(changed, 401);
        assertFalse(verified.knows(changed, Instant.now()));
    }

    @Test
    void keepNoTokenForAnotherService() {
        var token = Tokens.token(Tokens.RENNES, "referrer", "eligibility-api");

        list(token, 401);

        assertFalse(verified.knows(token, Instant.now()));
    }

    @Test
    void answerEachKnownTokenForItsOwnOrganisation() {
        var rennes = Tokens.hospital(Tokens.RENNES);
        var nobody = Tokens.token(null, "referrer", "referral-api");
        list(rennes, 200);
        list(nobody, 403);

        list(rennes, 200);
        list(nobody, 403);
    }

    private static void list(String token, int status) {
        given().auth().oauth2(token).get("/v1/referrals").then().statusCode(equalTo(status));
    }

    private static String until(Instant end) {
        return Jwt.subject("subject")
                .groups(Set.of("referrer"))
                .issuer("https://server.example.com")
                .audience("referral-api")
                .expiresAt(end)
                .claim("organization_finess", Tokens.RENNES)
                .jws()
                .keyId("1")
                .sign("privateKey.jwk");
    }

    /** The same signature under other claims. */
    private static String changed(String token, String from, String to) {
        var parts = token.split("\\.");
        var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var other = claims.replace(from, to).getBytes(StandardCharsets.UTF_8);
        parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(other);
        return String.join(".", parts);
    }
}
