package fr.genereferral.referral.web;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        var used = used(3);

        await().atMost(Duration.ofSeconds(60 + used.life()))
                .until(() -> Instant.now().isAfter(used.end().plusSeconds(1)));

        list(used.token(), 401);
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

    /** In whole seconds, as a token counts them. */
    private record Used(String token, int life, Instant end) {}

    /** Good and known while it is: where a busy machine takes longer than that, another with a longer life. */
    private Used used(int life) {
        var end = Instant.now().plusSeconds(life).truncatedTo(ChronoUnit.SECONDS);
        var token = until(end);
        var status = given().auth().oauth2(token).get("/v1/referrals").statusCode();
        var known = verified.knows(token, end.minusSeconds(1));
        if (!Instant.now().isBefore(end)) {
            return used(2 * life);
        }
        assertEquals(200, status);
        assertTrue(known);
        return new Used(token, life, end);
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
