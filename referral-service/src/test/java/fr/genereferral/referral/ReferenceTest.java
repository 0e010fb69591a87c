package fr.genereferral.referral;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void canBeReadBack() {
        var drawn = Reference.drawn().value();

        assertDoesNotThrow(() -> new Reference(drawn));
    }

    @Test
    void findsEverySingleWrongCharacterAndEverySwapOfNeighbours() {
        var drawn = Reference.drawn().value();

        for (var i = 3; i < drawn.length(); i++) {
            var wrong = new StringBuilder(drawn);
            wrong.setCharAt(i, drawn.charAt(i) == 'K' ? 'M' : 'K');
            assertThrows(IllegalArgumentException.class, () -> new Reference(wrong.toString()));
        }
        for (var i = 3; i < drawn.length() - 2; i++) {
            if (drawn.charAt(i) != drawn.charAt(i + 1)) {
                var swapped = drawn.substring(0, i) + drawn.charAt(i + 1) + drawn.charAt(i) + drawn.substring(i + 2);
                assertThrows(IllegalArgumentException.class, () -> new Reference(swapped));
            }
        }
    }
}
