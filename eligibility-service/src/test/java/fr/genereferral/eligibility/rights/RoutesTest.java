package fr.genereferral.eligibility.rights;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.eligibility.ServiceTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No route without a row in the table of rights, and none that the description does not name. */
@ServiceTest
class RoutesTest {
    private static final Path TABLE = Path.of("src/test/resources/rights.csv");

    @Inject
    Router router;

    @Test
    void eachHasARowInTheTableOfRightsAndEachRowHasOne() throws IOException {
        assertEquals(lines(rows()), lines(ServedRoutes.of(router)), "who may call a new route? Say it in " + TABLE);
    }

    @Test
    void areTheOperationsOfTheDescription() {
        var served = ServedRoutes.of(router).stream()
                .filter(route -> route.contains(" /v1/"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(lines(described()), lines(served));
    }

    private static SortedSet<String> rows() throws IOException {
        try (var lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> cells[0].strip() + " " + cells[1].strip())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static SortedSet<String> described() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        var found = new TreeSet<String>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> method.matches("get|put|post|delete|patch|head|options|trace"))
                .forEach(method -> found.add(method.toUpperCase() + " " + path)));
        return found;
    }

    private static String lines(SortedSet<String> routes) {
        return String.join("\n", routes);
    }
}
