package fr.genereferral.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    @Test
    void takesAPortFromAnArgumentBeforeTheEnvironment() {
        var options = DemoOptions.of(
                List.of("--once", "--referral-port=9081"), Map.of("REFERRAL_PORT", "7", "KAFKA_PORT", "9"));

        assertTrue(options.once());
        assertEquals(9081, options.ports().get("referral"));
        assertEquals(9, options.ports().get("kafka"));
    }

    @Test
    void refusesWhatItDoesNotUnderstandInOneLine() {
        for (var wrong :
                List.of("--nonsense", "--referral-port=x", "--referral-port=70000", "--eligibility-port=8081")) {
            var refused = assertThrows(IllegalArgumentException.class, () -> DemoOptions.of(List.of(wrong), Map.of()));

            assertEquals(1, refused.getMessage().lines().count(), wrong);
        }
    }

    @Test
    void namesThePortThatIsTakenAndHowToChooseAnother() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = DemoOptions.of(List.of("--hub-directory-port=" + taken.getLocalPort()), Map.of());

            var refused = assertThrows(IllegalStateException.class, options::refuseTakenPorts);

            assertTrue(refused.getMessage().contains("--hub-directory-port"), refused.getMessage());
        }
    }
}
