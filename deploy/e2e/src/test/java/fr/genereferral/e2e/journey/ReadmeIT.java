package fr.genereferral.e2e.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.RunningSystem;
import fr.genereferral.local.process.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The calls of the README, run as they stand; only the ports are those of the platform under test. */
class ReadmeIT {
    private static final Pattern CALL = Pattern.compile("(?s)```bash\\n(# \\d.*?)```");
    private static final int CALLS = 5;

    @Test
    void theFiveCallsOfTheReadmeWork() throws IOException, InterruptedException {
        var readme = Files.readString(Checkout.here().root().resolve("README.md"));
        var calls = CALL.matcher(readme).results().map(m -> m.group(1)).toList();
        assertEquals(CALLS, calls.size());

        var process = new ProcessBuilder(
                        List.of("bash", "-euo", "pipefail", "-c", onOurPorts(String.join("\n", calls))))
                .directory(Checkout.here().root().toFile())
                .redirectErrorStream(true)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(process.waitFor(2, TimeUnit.MINUTES), printed);
        assertEquals(0, process.exitValue(), printed);
        assertTrue(printed.contains("\"state\":\"ACCEPTED\""), printed);
        assertTrue(printed.contains("\"evaluationDate\""), printed);
    }

    private static String onOurPorts(String script) {
        return script.replace("http://localhost:8081", RunningSystem.referrals())
                .replace("http://localhost:8082", RunningSystem.eligibility())
                .replace("http://localhost:8083", RunningSystem.hubs())
                .replace("http://localhost:8180", RunningSystem.keycloak());
    }
}
