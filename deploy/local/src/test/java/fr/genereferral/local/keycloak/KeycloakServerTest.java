package fr.genereferral.local.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.SharedPlatform;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeycloakServerTest {
    private final Tokens tokens = new Tokens(SharedPlatform.get().realm());

    @Test
    void tellsAHospitalFromItsClient() throws Exception {
        var token = tokens.ofClient("hospital-2B0000012", "demo-hospital-2B0000012");

        assertEquals(Set.of("referral-api", "eligibility-api"), token.audiences());
        assertEquals("2B0000012", token.text("organization_finess"));
        assertEquals(Set.of("referrer"), token.roles());
        assertEquals(SharedPlatform.get().realm().issuer(), token.text("iss"));
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
    void refusesAWrongSecret() throws Exception {
        var answer = tokens.ask(Map.of(
                "grant_type", "client_credentials", "client_id", "hospital-2B0000012", "client_secret", "guessed"));

        assertTrue(answer.contains("unauthorized_client"), answer);
    }
}
