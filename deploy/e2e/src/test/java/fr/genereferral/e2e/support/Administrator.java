package fr.genereferral.e2e.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keycloak's own: makes clients for whom the demonstration has none. */
public final class Administrator {
    private static final String NAME = "admin";
    private static final List<String> SCOPES =
            List.of("basic", "roles", "referral-api", "eligibility-api", "hub-directory-api");

    /** What a realm signs with; by itself it would draw a second pair, which takes seconds. */
    private static final List<?> KEYS = List.of(
            Map.of("name", "rsa", "providerId", "rsa-generated", "config", Map.of()),
            Map.of("name", "hmac", "providerId", "hmac-generated", "config", Map.of("algorithm", List.of("HS512"))),
            Map.of("name", "aes", "providerId", "aes-generated", "config", Map.of()));

    /** Keycloak's own tokens last a minute. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private String token;
    private Instant since = Instant.EPOCH;

    /** May not be used at any service: it is the administrator's. */
    public synchronized String token() {
        if (Instant.now().isAfter(since.plus(FRESH))) {
            since = Instant.now();
            token = given().formParam("grant_type", "password")
                    .formParam("client_id", "admin-cli")
                    .formParam("username", NAME)
                    .formParam("password", NAME)
                    .post(RunningSystem.keycloak() + "/realms/master/protocol/openid-connect/token")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("access_token");
        }
        return token;
    }

    /** A system with one role and with that claim of an organisation: text, a list, or null for none. */
    public void addClient(String id, String role, Object organisation) {
        var mappers = organisation == null ? List.of(role(role)) : List.of(role(role), organisation(organisation));
        addClient(RunningSystem.system().platform().realm().name(), id, mappers);
    }

    private void addClient(String realm, String id, List<?> mappers) {
        var client = client(id, SCOPES, mappers);
        expect(ask().body(client).post(RunningSystem.keycloak() + "/admin/realms/" + realm + "/clients"), 201, 409);
    }

    /** The platform's realm over again, with other keys; the one client is a referrer's at every service. */
    public void addTwinRealm(String name, String client, String organisation) {
        var audiences = Stream.of("referral-api", "eligibility-api", "hub-directory-api")
                .map(Administrator::audience);
        var mappers = Stream.concat(
                        audiences, Stream.of(organisation(organisation), roles("referrer", "hub_clinician")))
                .toList();
        var realm = Map.of(
                "realm",
                name,
                "enabled",
                true,
                "clients",
                List.of(client(client, List.of(), mappers)),
                "components",
                Map.of("org.keycloak.keys.KeyProvider", KEYS));
        expect(ask().body(realm).post(RunningSystem.keycloak() + "/admin/realms"), 201, 409);
    }

    public void removeRealm(String name) {
        expect(ask().delete(RunningSystem.keycloak() + "/admin/realms/" + name), 204, 404);
    }

    private static Map<String, ?> client(String id, List<String> scopes, List<?> mappers) {
        return Map.of(
                "clientId",
                id,
                "secret",
                "demo-" + id,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "defaultClientScopes",
                scopes,
                "optionalClientScopes",
                List.of(),
                "protocolMappers",
                mappers);
    }

    private static Map<String, ?> audience(String name) {
        return mapper(
                name, "oidc-audience-mapper", Map.of("included.custom.audience", name, "access.token.claim", "true"));
    }

    /** Said outright: the twin has no roles of its own. */
    private static Map<String, ?> roles(String... roles) {
        return claim("realm_access.roles", json(List.of(roles)), "JSON");
    }

    private static Map<String, ?> role(String role) {
        return mapper("role", "oidc-hardcoded-role-mapper", Map.of("role", role));
    }

    private static Map<String, ?> organisation(Object value) {
        return value instanceof List<?> names
                ? claim("organization_finess", json(names), "JSON")
                : claim("organization_finess", (String) value, "String");
    }

    private static Map<String, ?> claim(String name, String value, String type) {
        return mapper(
                name,
                "oidc-hardcoded-claim-mapper",
                Map.of("claim.name", name, "claim.value", value, "jsonType.label", type, "access.token.claim", "true"));
    }

    private static Map<String, ?> mapper(String name, String kind, Map<String, String> settings) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", settings);
    }

    private static String json(List<?> names) {
        return "[\"" + String.join("\",\"", names.stream().map(Object::toString).toList()) + "\"]";
    }

    private io.restassured.specification.RequestSpecification ask() {
        return given().auth().oauth2(token()).contentType("application/json");
    }

    private static void expect(Response answer, int status, int orElse) {
        if (answer.statusCode() != status && answer.statusCode() != orElse) {
            throw new IllegalStateException("Keycloak says " + answer.statusCode() + " " + answer.asString());
        }
    }
}
