package fr.genereferral.e2e.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.process.Checkout;
import fr.genereferral.local.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a service is shipped as holds no bug of ours, nothing that could plant one, and names no agent. */
class NothingIsPlantedIT {

    @ParameterizedTest
    @EnumSource(ServiceSettings.class)
    void whatIsShippedKnowsNoBugAndNoAgent(ServiceSettings service) throws IOException {
        var packaged = Checkout.here().root().resolve(service.module()).resolve("target/quarkus-app");
        try (Stream<Path> files = Files.walk(packaged)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            assertTrue(jars.size() > 50, "not packaged: " + packaged);
            for (var jar : jars) {
                assertEquals(List.of(), strangers(new JarFile(jar.toFile())), jar.toString());
            }
        }
    }

    private static List<String> strangers(JarFile jar) throws IOException {
        try (jar) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.contains("fr/genereferral/e2e")
                            || name.startsWith("planted/")
                            || name.contains("byteman"))
                    .toList();
        }
    }
}
