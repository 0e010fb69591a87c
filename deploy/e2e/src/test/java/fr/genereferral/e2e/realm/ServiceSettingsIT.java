package fr.genereferral.e2e.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.Platform;
import fr.genereferral.local.service.ServiceSettings;
import org.junit.jupiter.api.Test;

class ServiceSettingsIT {
    private final Platform platform = RunningSystem.system().platform();

    @Test
    void tellsAServiceItsOwnDatabaseOnly() {
        var environment = ServiceSettings.ELIGIBILITY.environment(platform, "k1:secret");

        assertTrue(environment.get("QUARKUS_DATASOURCE_REACTIVE_URL").endsWith("/eligibility"));
        assertEquals("eligibility", environment.get("QUARKUS_DATASOURCE_USERNAME"));
        assertEquals("eligibility_owner", environment.get("QUARKUS_FLYWAY_USERNAME"));
        assertEquals(platform.realm().issuer(), environment.get("QUARKUS_OIDC_AUTH_SERVER_URL"));
        assertFalse(environment.containsKey("REFERRAL_MASTER_KEY"));
    }

    @Test
    void tellsReferralServiceWhereTheKeysAre() {
        var environment = ServiceSettings.REFERRAL.environment(platform, "k1:secret");

        assertTrue(environment.get("QUARKUS_DATASOURCE_KEYS_JDBC_URL").endsWith("/referral_keys"));
        assertEquals("referral_keys_owner", environment.get("QUARKUS_FLYWAY_KEYS_USERNAME"));
        assertEquals("k1:secret", environment.get("REFERRAL_MASTER_KEY"));
    }
}
