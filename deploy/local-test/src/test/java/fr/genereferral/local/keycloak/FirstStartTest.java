package fr.genereferral.local.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.local.EmbeddedPlatform;
import fr.genereferral.local.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts with nothing has the realm all the same, without importing it, and the administrator. */
class FirstStartTest {
    @Test
    void isMadeOnceForAll(@TempDir Path folder) throws Exception {
        try (var platform =
                EmbeddedPlatform.with(Part.KEYCLOAK).keptIn(folder).forTests().start()) {
            var realm = platform.realm();
            var hospital =
                    "grant_type=client_credentials&client_id=hospital-490000049&client_secret=demo-hospital-490000049";
            var administrator = "grant_type=password&client_id=admin-cli&username=admin&password=admin";

            assertEquals(200, asked(realm.tokenEndpoint(), hospital));
            assertEquals(200, asked(realm.baseUrl() + "/realms/master/protocol/openid-connect/token", administrator));
            var log = Files.readString(folder.resolve("logs/keycloak.log"));
            assertTrue(log.contains("started in"), log);
            assertFalse(log.contains("Initializing database schema"), log);
            assertFalse(log.contains("Realm 'genereferral' imported"), log);
        }
    }

    private static int asked(String url, String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
