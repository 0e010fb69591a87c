package fr.genereferral.hubdirectory.coordination;

import static io.restassured.RestAssured.given;

import fr.genereferral.hubdirectory.Search;
import fr.genereferral.hubdirectory.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What coordinators ask for in these tests. */
final class CoordinationCalls {
    static final String ANNE = Tokens.coordinator();

    /** Another person. */
    static final String BRUNO = Tokens.of("national", "coordinator", "auditor");

    private CoordinationCalls() {}

    static ValidatableResponse assign(Search search, String hub) {
        return assign(ANNE, search, hub, UUID.randomUUID().toString());
    }

    static ValidatableResponse assign(String token, Search search, String hub, String key) {
        var order = "{\"hub\": \"" + hub + "\", \"reason\": \"HUB_AGREED\"}";
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(order)
                .post(path(search) + "/assignments")
                .then();
    }

    static String proposed(Search search, String hub) {
        return assign(search, hub).statusCode(201).extract().path("id");
    }

    static ValidatableResponse decide(String token, Search search, String assignment, String decision) {
        return post(
                token,
                path(search) + "/assignments/" + assignment + "/confirmation",
                "{\"decision\": \"" + decision + "\"}");
    }

    static ValidatableResponse reopen(Search search) {
        return post(ANNE, path(search) + "/reopening", "{\"reason\": \"HUB_HAS_PLACE\"}");
    }

    static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    static ValidatableResponse actions(String token, Search search) {
        return Search.get(token, path(search) + "/actions");
    }

    static ValidatableResponse assignments(Search search) {
        return Search.get(Tokens.auditor(), path(search) + "/assignments").statusCode(200);
    }

    /** The line of this search in the whole list, page by page; null when it is in none. */
    static Map<String, Object> line(Search search) {
        return lines(20).stream()
                .filter(line -> line.get("referralId").equals(search.referral()))
                .findFirst()
                .orElse(null);
    }

    static List<Map<String, Object>> lines(int limit) {
        var lines = new ArrayList<Map<String, Object>>();
        var next = "";
        while (next != null) {
            var page = page("?limit=" + limit + next);
            lines.addAll(page.getList("items"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return lines;
    }

    private static JsonPath page(String query) {
        return Search.get(ANNE, "/v1/escalations" + query)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String path(Search search) {
        return "/v1/placements/" + search.referral();
    }
}
