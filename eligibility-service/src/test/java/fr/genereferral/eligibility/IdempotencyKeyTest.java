package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {
    private static final byte[] BODY = {1};

    @Test
    void keepsNothingOfWhatWasChosen() {
        var key = IdempotencyKey.of("national", "Mme Exemple", BODY);

        assertFalse(key.key().contains("Exemple"));
        assertEquals(64, key.key().length());
    }

    @Test
    void isTheSameForTheSameAndAnotherForAnotherOrganisation() {
        var key = IdempotencyKey.of("national", "a", BODY).key();

        assertEquals(key, IdempotencyKey.of("national", "a", BODY).key());
        assertNotEquals(key, IdempotencyKey.of("national", "b", BODY).key());
        assertNotEquals(key, IdempotencyKey.of("750100208", "a", BODY).key());
    }

    @Test
    void isWhatTheMigrationMakesOfOneFromBefore() {
        // encode(sha256(convert_to('national/a', 'UTF8')), 'hex')
        assertEquals(
                "a22b2be6485512a23b6c2e80acc23d7b0b0578a46e347e277951f54c31c56a53",
                IdempotencyKey.of("national", "a", BODY).key());
    }

    @Test
    void isRefusedWhenThereIsNoneOrItIsTooLong() {
        assertThrows(Refused.class, () -> IdempotencyKey.of("national", null, BODY));
        assertThrows(Refused.class, () -> IdempotencyKey.of("national", " ", BODY));
        assertThrows(Refused.class, () -> IdempotencyKey.of("national", "k".repeat(256), BODY));
    }
}
