package fr.genereferral.e2e.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Somebody with a token: a hospital, a hub, the coordinator. */
public final class Caller {
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

    /** @param type in which the answer is wanted */
    public ValidatableResponse get(String url, String type) {
        return request().accept(type).get(url).then();
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

    /** @param version for If-Match */
    public ValidatableResponse put(String url, String version, String body) {
        return request()
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .put(url)
                .then();
    }

    /** A document as it is. */
    public ValidatableResponse attach(String url, String report) {
        return request()
                .contentType(Report.TYPE)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(report.getBytes(StandardCharsets.US_ASCII))
                .post(url)
                .then();
    }

    private RequestSpecification request() {
        return given().auth().oauth2(Tokens.of(RunningSystem.tokenEndpoint(), client));
    }
}
