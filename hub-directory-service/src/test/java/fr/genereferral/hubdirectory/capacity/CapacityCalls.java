package fr.genereferral.hubdirectory.capacity;

import static io.restassured.RestAssured.given;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.SiteZone;
import fr.genereferral.hubdirectory.Tokens;
import fr.genereferral.hubdirectory.Week;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What these tests tell and ask of a hub's capacity, each for a therapy of its own. */
public final class CapacityCalls {
    private static final AtomicInteger LAST = new AtomicInteger(100);

    private CapacityCalls() {}

    /** A therapy that these hubs alone may give. */
    public static String givenBy(String... hubs) {
        var therapy = "CAP-" + LAST.incrementAndGet();
        for (var hub : hubs) {
            create(Tokens.coordinator(), "/v1/hubs/" + hub + "/accreditations", """
                    {"therapy": "%s", "from": "2026-01-01"}""".formatted(therapy))
                    .statusCode(201);
        }
        return therapy;
    }

    public static ValidatableResponse declare(String hub, String therapy, int slots) {
        return create(Tokens.of(hub, "hub_admin"), "/v1/hubs/" + hub + "/capacity", """
                {"therapy": "%s", "slotsPerWeek": %d}""".formatted(therapy, slots));
    }

    static ValidatableResponse pause(String hub, String therapy, LocalDate until) {
        return pause(hub, therapy, null, until);
    }

    static ValidatableResponse pause(String hub, String therapy, LocalDate from, LocalDate until) {
        var days = day("from", from) + day("until", until);
        return create(Tokens.of(hub, "hub_admin"), "/v1/hubs/" + hub + "/pauses", """
                {"therapy": "%s", "reason": "STAFF"%s}""".formatted(therapy, days));
    }

    private static String day(String field, LocalDate day) {
        return day == null ? "" : ", \"" + field + "\": \"" + day + "\"";
    }

    static ValidatableResponse read(String hub) {
        return Search.get(Tokens.auditor(), "/v1/hubs/" + hub + "/capacity");
    }

    public static ValidatableResponse create(String token, String path, String body) {
        return create(token, path, body, UUID.randomUUID().toString());
    }

    static ValidatableResponse create(String token, String path, String body, String key) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    /** So many weeks from the hub's coming Monday. */
    public static Week week(String hub, int ahead) {
        return Week.onOrAfter(SiteZone.dayAt(hub, Instant.now())).plus(ahead);
    }

    /** The weeks in which places are held, in order. */
    public static List<Week> held(String therapy) throws SQLException {
        return weeks(
                "select week from slot where freed_at is null and therapy = '" + therapy + "' order by week, number");
    }

    public static List<Week> freed(String therapy) throws SQLException {
        return weeks("select week from slot where freed_at is not null and therapy = '" + therapy + "' order by week");
    }

    private static List<Week> weeks(String query) throws SQLException {
        return texts(query).stream().map(LocalDate::parse).map(Week::new).toList();
    }

    /** The first column of what the database has. */
    public static List<String> texts(String query) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            var rows = statement.executeQuery(query);
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
