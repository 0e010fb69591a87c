package fr.genereferral.e2e.rights;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.e2e.support.Administrator;
import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.e2e.support.Tokens;
import fr.genereferral.local.service.ServiceSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that a real Keycloak has signed, and that are none of ours. */
class RealmTokensIT {
    private static final String TWIN = "genereferral-twin";
    private static final String CLIENT = "twin-client";
    private static final String PERSON = "dr.bastia";
    private static final Map<ServiceSettings, String> ROUTES = Map.of(
            ServiceSettings.REFERRAL, "/v1/referrals",
            ServiceSettings.ELIGIBILITY, "/v1/reference/facts",
            ServiceSettings.HUB_DIRECTORY, "/v1/offers");

    private static final Administrator ADMINISTRATOR = new Administrator();

    @BeforeAll
    static void make() {
        ADMINISTRATOR.addTwinRealm(TWIN, CLIENT, Scene.HOSPITAL);
    }

    @AfterAll
    static void remove() {
        ADMINISTRATOR.removeRealm(TWIN);
    }

    @ParameterizedTest
    @EnumSource
    void areRefused(ServiceSettings service) {
        tokens().forEach((wrong, token) -> {
            var answer = Call.get(RunningSystem.system().url(service) + ROUTES.get(service), token)
                    .send();
            assertEquals("401 UNAUTHENTICATED", answer.status() + " " + answer.code(), wrong);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRAL", "HUB_DIRECTORY"})
    void nameOneOrganisationThatIsOne(ServiceSettings service) {
        var strange = List.of(
                List.of(Scene.HOSPITAL, Scene.OTHER), List.of(Scene.HOSPITAL), "platform", "national", "Platform");
        for (Object name : strange) {
            for (var role : List.of("referrer", "hub_clinician", "hub_admin")) {
                var answer = Call.get(RunningSystem.system().url(service) + ROUTES.get(service), Badge.of(role, name))
                        .send();
                var refused = service == ServiceSettings.HUB_DIRECTORY && role.equals("referrer")
                        ? "FORBIDDEN"
                        : "ORGANISATION_MISSING";
                assertEquals("403 " + refused, answer.status() + " " + answer.code(), role + " of " + name);
            }
        }
    }

    private static Map<String, String> tokens() {
        var person = person();
        var access = person.get("access_token");
        var signature = access.lastIndexOf('.');
        var tokens = new LinkedHashMap<String, String>();
        tokens.put("another realm", Tokens.of(twinEndpoint(), CLIENT));
        tokens.put("the administrator's", ADMINISTRATOR.token());
        tokens.put("an ID token", person.get("id_token"));
        tokens.put("a refresh token", person.get("refresh_token"));
        tokens.put("without its signature", access.substring(0, signature + 1));
        tokens.put("with another's signature", access.substring(0, signature) + signatureOf(ADMINISTRATOR.token()));
        tokens.values().forEach(token -> assertFalse(token.isBlank()));
        return tokens;
    }

    private static String signatureOf(String token) {
        return token.substring(token.lastIndexOf('.'));
    }

    private static String twinEndpoint() {
        return RunningSystem.keycloak() + "/realms/" + TWIN + "/protocol/openid-connect/token";
    }

    private static Map<String, String> person() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "genereferral-web")
                .formParam("username", PERSON)
                .formParam("password", "demo")
                .formParam("scope", "openid")
                .post(RunningSystem.tokenEndpoint())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }
}
