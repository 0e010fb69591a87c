package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentitySealTest {
    private static final byte[] NAME = "\"EXEMPLE-CANARI\"".getBytes();

    private final byte[] key = IdentitySeal.newKey();
    private final UUID referral = UUID.randomUUID();
    private final IdentitySeal seal = new IdentitySeal(key, referral);

    @Test
    void opensWhatItSealed() {
        assertArrayEquals(NAME, seal.open("familyName", seal.seal("familyName", NAME)));
    }

    @Test
    void doesNotOpenWhatWasMovedToAnotherFieldOrReferral() {
        var sealed = seal.seal("familyName", NAME);

        assertThrows(IdentityAltered.class, () -> seal.open("usedName", sealed));
        assertThrows(IdentityAltered.class, () -> new IdentitySeal(key, UUID.randomUUID()).open("familyName", sealed));
    }

    @Test
    void doesNotOpenWhatWasAlteredOrSealedUnderAnotherKey() {
        var sealed = seal.seal("familyName", NAME);
        var altered = sealed.clone();
        altered[altered.length - 1] ^= 1;

        assertThrows(IdentityAltered.class, () -> seal.open("familyName", altered));
        assertThrows(IdentityAltered.class, () -> new IdentitySeal(IdentitySeal.newKey(), referral)
                .open("familyName", sealed));
    }

    @Test
    void doesNotOpenWhatWasCutShort() {
        var sealed = seal.seal("familyName", NAME);

        for (var length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            var refused = assertThrows(IdentityAltered.class, () -> seal.open("familyName", cut));
            assertEquals(referral, refused.referralId());
            assertEquals("familyName", refused.field());
        }
    }

    @Test
    void sealsTheSameTwiceAndDifferently() {
        assertFalse(Arrays.equals(seal.seal("familyName", NAME), seal.seal("familyName", NAME)));
    }
}
