package fr.genereferral.referral.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.referral.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** For bodies that do not say how long they are. */
class LimitedStreamTest {
    @Test
    void letsThroughWhatFits() throws IOException {
        var body = of(10, 10);

        assertEquals(0, body.read());
        assertEquals(9, body.readNBytes(10).length);
        assertTrue(body.isAtEnd());
    }

    @Test
    void isNotAtItsEndBeforeAllOfItWasRead() throws IOException {
        var body = of(10, 10);

        assertEquals(10, body.read(new byte[10], 0, 10));
        assertFalse(body.isAtEnd());
        assertEquals(-1, body.read());
        assertTrue(body.isAtEnd());
    }

    @Test
    void refusesAByteMore() {
        assertEquals(
                "TOO_LARGE",
                assertThrows(Refused.class, () -> of(11, 10).readAllBytes()).code());
        assertEquals(
                "TOO_LARGE",
                assertThrows(Refused.class, () -> {
                            var body = of(11, 10);
                            while (body.read() >= 0) {
                                continue;
                            }
                        })
                        .code());
    }

    private static LimitedStream of(int length, int most) {
        return new LimitedStream(new ByteArrayInputStream(new byte[length]), most);
    }
}
