package fr.genereferral.hubdirectory.directory;

import static io.restassured.RestAssured.given;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What is asked of the directory in these tests, and what time has to do with it. */
final class DirectoryCalls {
    /** Of the run: one for all tests, of which midnight may make yesterday. What is still to come is two days later. */
    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    private DirectoryCalls() {}

    static ValidatableResponse grant(String hub, String therapy, LocalDate from) {
        return create(Tokens.coordinator(), "/v1/hubs/" + hub + "/accreditations", """
                {"therapy": "%s", "from": "%s", "underAgeYears": 18, "source": "test"}""".formatted(therapy, from));
    }

    static ValidatableResponse revoke(String hub, String therapy, LocalDate endsOn) {
        return post(
                Tokens.coordinator(), "/v1/hubs/" + hub + "/accreditations/" + therapy + "/revocation", """
                {"endsOn": "%s", "reason": "WITHDRAWN_BY_AUTHORITY"}""".formatted(
                                endsOn));
    }

    /** @param more further fields, each after a comma */
    static ValidatableResponse register(String id, String more) {
        var languages = more.contains("languages") ? "" : ", \"languages\": [\"it\", \"en\"]";
        return create(Tokens.coordinator(), "/v1/hubs", """
                {"id": "%s", "name": "Ospedale", "city": "Milano", "kind": "HUB"%s%s}""".formatted(id, languages, more));
    }

    static ValidatableResponse create(String token, String path, String body) {
        return create(token, path, UUID.randomUUID().toString(), body);
    }

    static ValidatableResponse create(String token, String path, String key, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    /** As if the accreditations for a therapy had been recorded on an earlier day. */
    static void recordedOn(LocalDate day, String therapy) throws SQLException {
        run("update accreditation set recorded_at = '" + day + "' where therapy = '" + therapy + "'");
    }

    /** As if somebody had said on an earlier day when they end. */
    static void endSaidOn(LocalDate day, String therapy, LocalDate endsOn) throws SQLException {
        run("insert into accreditation_end (accreditation_id, ends_on, reason, recorded_at, recorded_by)"
                + " select id, '" + endsOn + "', 'STAFF', '" + day + "', 'test' from accreditation"
                + " where therapy = '" + therapy + "'");
    }

    static void run(String sql) throws SQLException {
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
