package fr.genereferral.hubdirectory.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.genereferral.hubdirectory.LocalServers;
import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.Tokens;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;

/** What the tests of letters do. */
final class Mailbox {
    private Mailbox() {}

    /** What the scheduler does. */
    static Integer send(SendingLetters sending) {
        try {
            VertxContextSupport.subscribeAndAwait(sending::send);
            return 0;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the directory says that a hub is written to; nowhere when empty. */
    static void address(String hub, String address) {
        var body = "{\"email\": \"" + address + "\"}";
        RestAssured.given()
                .auth()
                .oauth2(Tokens.coordinator())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .patch("/v1/hubs/" + hub)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse choose(String token, String hub, String version, String body) {
        var request = RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body);
        if (version != null) {
            request.header("If-Match", version);
        }
        return request.put("/v1/hubs/" + hub + "/mail-setting").then();
    }

    static ValidatableResponse read(String token, String hub) {
        return Search.get(token, "/v1/hubs/" + hub + "/mail-setting");
    }

    /** What has become of what was to be written about an offer: {@code WAITING 1} or {@code SKIPPED OVER 0}. */
    static String state(String offer, String kind) throws SQLException {
        var query = "select concat_ws(' ', state, skipped_because, attempts) from hub_mail"
                + " where cast(offer_id as text) = ? and kind = ?";
        try (var connection = LocalServers.asServiceFor("platform");
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, offer);
            statement.setString(2, kind);
            var rows = statement.executeQuery();
            assertEquals(true, rows.next());
            return rows.getString(1);
        }
    }

    /** It was noted so long before, and can be tried again. */
    static void earlier(String offer, String interval) throws SQLException {
        try (var connection = LocalServers.asOwner();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.orgs', 'platform', false)");
            statement.execute("update hub_mail set noted_at = noted_at - interval '" + interval
                    + "', next_at = clock_timestamp() where offer_id = '" + offer + "' and state = 'WAITING'");
        }
    }
}
