package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Refused;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final Slots slots = new Slots(new DocumentsConfig() {
        @Override
        public int atOnce() {
            return 3;
        }

        @Override
        public int atOnceOfOne() {
            return 2;
        }

        @Override
        public Optional<String> clamd() {
            return Optional.empty();
        }
    });

    @Test
    void leavesRoomForOthersWhereOneSendsMany() {
        slots.take("one");
        slots.take("one");

        refusesOneMoreOf("one");
        assertDoesNotThrow(() -> slots.take("other"));
        refusesOneMoreOf("third");
    }

    @Test
    void hasRoomAgainWhenSomebodyHasDone() {
        slots.take("one");
        var slot = slots.take("one");

        slot.close();

        assertDoesNotThrow(() -> slots.take("one"));
        refusesOneMoreOf("one");
    }

    @Test
    void givesBackOnceWhatIsClosedTwice() {
        slots.take("one");
        var slot = slots.take("one");
        slot.close();
        slots.take("one");

        slot.close();

        refusesOneMoreOf("one");
    }

    private void refusesOneMoreOf(String organisation) {
        assertEquals(
                "TOO_MANY_AT_ONCE",
                assertThrows(Refused.class, () -> slots.take(organisation)).code());
    }
}
