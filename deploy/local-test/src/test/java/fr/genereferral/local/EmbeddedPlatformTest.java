package fr.genereferral.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.genereferral.local.process.JavaProgram;
import fr.genereferral.local.process.Liveness;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPlatformTest {
    @Test
    void leavesNoProcessBehindWhenKilledAndStartsAgainOnItsData(@TempDir Path folder) throws Exception {
        var program = startProgram(folder);
        var children = children(folder);
        assertThrows(
                IllegalStateException.class,
                () -> EmbeddedPlatform.with(Part.POSTGRES).keptIn(folder).start());

        // One that does not notice that its parent has gone, as on a machine that is too busy to let it.
        var deaf = children.stream()
                .flatMap(ProcessHandle::descendants)
                .findFirst()
                .orElseThrow();
        new ProcessBuilder("kill", "-STOP", Long.toString(deaf.pid())).start().waitFor();
        program.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertFalse(children.stream().anyMatch(Liveness::runs)));
        try (var again = EmbeddedPlatform.with(Part.POSTGRES).keptIn(folder).start()) {
            assertEquals("1", Sql.owner(again.database("referral")).one("select count(*) from starts"));
        }
    }

    private static Process startProgram(Path folder) throws Exception {
        var classPath = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(Path::of)
                .toList();
        var command = JavaProgram.ofClass(128, classPath, PlatformProgram.class.getName(), folder.toString())
                .command();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream()));
        assertEquals("ready", output.readLine());
        return process;
    }

    private static List<ProcessHandle> children(Path folder) throws Exception {
        var children = Files.readAllLines(folder.resolve("processes")).stream()
                .skip(1)
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.split(" ")[0])).stream())
                .toList();
        assertEquals(2, children.size());
        return children;
    }
}
