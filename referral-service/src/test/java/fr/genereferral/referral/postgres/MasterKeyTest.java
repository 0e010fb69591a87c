package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.IdentityAltered;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    private static final UUID REFERRAL = UUID.randomUUID();
    private static final byte[] SECRET = {1, 2, 3};

    @Test
    void unwrapsWhatItWrapped() {
        var keys = Configured.keys(Configured.key("k1", 1));

        assertArrayEquals(SECRET, keys.unwrap("k1", REFERRAL, keys.wrap(REFERRAL, SECRET)));
    }

    @Test
    void opensNothingThatAnotherKeyOrAnotherReferralWrapped() {
        var keys = Configured.keys(Configured.key("k1", 1));
        var wrapped = keys.wrap(REFERRAL, SECRET);

        assertThrows(IdentityAltered.class, () -> Configured.keys(Configured.key("k1", 2))
                .unwrap("k1", REFERRAL, wrapped));
        assertThrows(IdentityAltered.class, () -> keys.unwrap("k1", UUID.randomUUID(), wrapped));
    }

    @Test
    void wrapsWithTheCurrentKeyAndOpensWithTheOneThatWrapped() {
        var before = Configured.keys(Configured.key("k1", 1), Configured.key("k2", 2));
        var after = Configured.keys(Configured.key("k2", 2), Configured.key("k1", 1));

        assertEquals("k2", after.currentId());
        assertArrayEquals(SECRET, after.unwrap("k1", REFERRAL, before.wrap(REFERRAL, SECRET)));
        assertArrayEquals(SECRET, before.unwrap("k2", REFERRAL, after.wrap(REFERRAL, SECRET)));
        assertThrows(IdentityAltered.class, () -> after.unwrap("k1", REFERRAL, after.wrap(REFERRAL, SECRET)));
    }

    @Test
    void opensNothingUnderAnIdThatIsNotConfigured() {
        var keys = Configured.keys(Configured.key("k1", 1));

        assertThrows(IdentityAltered.class, () -> keys.unwrap("k0", REFERRAL, keys.wrap(REFERRAL, SECRET)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "id", ":AAAA", "id:", "id:AAAA", "id:not base64!", "id:AAAAAAAAAAAAAAAAAAAAAA==", "a b:A"})
    void refusesToBeMalformedOrShortAndQuotesNothing(String configured) {
        var refused = assertThrows(ConfigurationException.class, () -> Configured.keys(configured));

        assertTrue(refused.getMessage().startsWith("REFERRAL_MASTER_KEY"), refused.getMessage());
        assertFalse(
                refused.getMessage().contains("AAAA") || refused.getMessage().contains("not base64!"));
    }

    @Test
    void refusesToBeMissingOrToShareItsId() {
        assertThrows(ConfigurationException.class, () -> new MasterKeys(new Configured(null, null)));
        assertThrows(
                ConfigurationException.class, () -> Configured.keys(Configured.key("k1", 1), Configured.key("k1", 2)));
    }
}
