package fr.genereferral.e2e.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.keycloak.Realm;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealmIT {
    private final ReadTokens tokens =
            new ReadTokens(RunningSystem.system().platform().realm());

    @Test
    void tellsAHospitalFromItsClient() throws Exception {
        var token = tokens.ofClient("hospital-2B0000012", "demo-hospital-2B0000012");

        assertEquals(Set.of("referral-api", "eligibility-api"), token.audiences());
        assertEquals("2B0000012", token.text("organization_finess"));
        assertEquals(Set.of("referrer"), token.roles());
        assertEquals(RunningSystem.system().platform().realm().issuer(), token.text("iss"));
        assertEquals(300, token.lifeInSeconds());
    }

    @Test
    void tellsAHubFromItsClient() throws Exception {
        var token = tokens.ofClient("hub-130804297", "demo-hub-130804297");

        assertEquals(Set.of("referral-api", "hub-directory-api"), token.audiences());
        assertEquals("130804297", token.text("organization_finess"));
        assertEquals(Set.of("hub_clinician", "hub_admin"), token.roles());
    }

    @Test
    void tellsTheCoordinatorFromTheNationalClient() throws Exception {
        var token = tokens.ofClient("national-coordinator", "demo-national-coordinator");

        assertEquals(Set.of("referral-api", "eligibility-api", "hub-directory-api"), token.audiences());
        assertEquals("national", token.text("organization_finess"));
        assertEquals(Set.of("coordinator"), token.roles());
    }

    @Test
    void letsAPhysicianSignIn() throws Exception {
        var token = tokens.ofUser("dr.bastia", "demo");

        assertEquals(Set.of("referral-api", "eligibility-api", "hub-directory-api"), token.audiences());
        assertEquals("2B0000012", token.text("organization_finess"));
        assertEquals(Set.of("referrer"), token.roles());
    }

    @Test
    void hasOneIssuerByWhateverNameItIsCalled() throws Exception {
        var realm = RunningSystem.system().platform().realm();
        var byName = new Realm(realm.baseUrl().replace("127.0.0.1", "localhost"), realm.name());

        var token = new ReadTokens(byName).ofUser("coordinator", "demo");

        assertEquals(realm.issuer(), token.text("iss"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081/q/swagger-ui/oauth2-redirect.html,200",
        "http://127.0.0.1:49152/worklist,200",
        "https://elsewhere.example/,400"
    })
    void sendsAPersonBackToThisMachineOnly(String page, int status) throws Exception {
        var challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        var url = RunningSystem.system().platform().realm().issuer()
                + "/protocol/openid-connect/auth?client_id=genereferral-web"
                + "&response_type=code&scope=openid&code_challenge_method=S256&code_challenge=" + challenge
                + "&redirect_uri=" + URLEncoder.encode(page, StandardCharsets.UTF_8);

        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());

        assertEquals(status, answer.statusCode());
    }

    @Test
    void refusesAWrongSecret() throws Exception {
        var answer = tokens.ask(Map.of(
                "grant_type", "client_credentials", "client_id", "hospital-2B0000012", "client_secret", "guessed"));

        assertTrue(answer.contains("unauthorized_client"), answer);
    }
}
