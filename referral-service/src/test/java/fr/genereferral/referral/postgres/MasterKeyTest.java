package fr.genereferral.referral.postgres;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    private static final int LENGTH = 32;
    private static final UUID REFERRAL = UUID.randomUUID();

    @Test
    void unwrapsWhatItWrapped() {
        var secret = new byte[] {1, 2, 3};

        assertArrayEquals(secret, key(1).unwrap(REFERRAL, key(1).wrap(REFERRAL, secret)));
    }

    @Test
    void opensNothingThatAnotherKeyOrAnotherReferralWrapped() {
        var wrapped = key(1).wrap(REFERRAL, new byte[] {1, 2, 3});

        assertThrows(IllegalStateException.class, () -> key(2).unwrap(REFERRAL, wrapped));
        assertThrows(IllegalStateException.class, () -> key(1).unwrap(UUID.randomUUID(), wrapped));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", ":AAAA", "id:", "id:AAAA", "id:not base64!", "id:AAAAAAAAAAAAAAAAAAAAAA=="})
    void refusesToBeMissingMalformedOrShort(String configured) {
        assertThrows(IllegalStateException.class, () -> new MasterKey(() -> configured));
    }

    private static MasterKey key(int filling) {
        var bytes = new byte[LENGTH];
        java.util.Arrays.fill(bytes, (byte) filling);
        return new MasterKey(() -> "test:" + Base64.getEncoder().encodeToString(bytes));
    }
}
