package fr.genereferral.referral.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.referral.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** No room for a file, say: the place would be taken until the process ends. */
    @Test
    void hasRoomAgainWhereNothingCouldBeOpened() {
        slots.take("one");

        assertThrows(
                UncheckedIOException.class,
                () -> slots.take("one", slot -> {
                    throw new UncheckedIOException(new IOException("no space left on device"));
                }));

        assertDoesNotThrow(() -> slots.take("one"));
    }

    @Test
    void isHeldByWhatWasOpenedUntilThatIsClosed() {
        slots.take("one");
        var opened = slots.take("one", slot -> slot);
        refusesOneMoreOf("one");

        opened.close();

        assertDoesNotThrow(() -> slots.take("one"));
    }

    private void refusesOneMoreOf(String organisation) {
        assertEquals(
                "TOO_MANY_AT_ONCE",
                assertThrows(Refused.class, () -> slots.take(organisation)).code());
    }
}
