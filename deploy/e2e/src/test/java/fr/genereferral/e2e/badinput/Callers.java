package fr.genereferral.e2e.badinput;

import static io.restassured.RestAssured.given;

import fr.genereferral.e2e.support.RunningSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens by client, taken anew before they end: a long run outlives one. */
final class Callers {
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String value, Instant taken) {}

    String token(String client) {
        if (client == null) {
            return null;
        }
        return tokens.compute(client, (name, old) -> isFresh(old) ? old : asked(name))
                .value();
    }

    private static boolean isFresh(Token token) {
        return token != null && token.taken().plus(FRESH).isAfter(Instant.now());
    }

    private static Token asked(String client) {
        String value = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", "demo-" + client)
                .post(RunningSystem.tokenEndpoint())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Token(value, Instant.now());
    }
}
