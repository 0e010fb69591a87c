package fr.genereferral.e2e.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody with a token: a hospital, a hub, the coordinator. */
public final class Caller {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String client;

    private Caller(String client) {
        this.client = client;
    }

    public static Caller hospital(String finess) {
        return new Caller("hospital-" + finess);
    }

    public static Caller hub(String finess) {
        return new Caller("hub-" + finess);
    }

    public static Caller coordinator() {
        return new Caller("national-coordinator");
    }

    public ValidatableResponse get(String url) {
        return request().get(url).then();
    }

    public ValidatableResponse post(String url, String body) {
        return post(url, body, UUID.randomUUID().toString());
    }

    public ValidatableResponse post(String url, String body, String key) {
        return request()
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(url)
                .then();
    }

    private RequestSpecification request() {
        return given().auth().oauth2(TOKENS.computeIfAbsent(client, Caller::token));
    }

    private static String token(String client) {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", "demo-" + client)
                .post(RunningSystem.tokenEndpoint())
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
