package fr.genereferral.e2e.anonymity;

import static io.restassured.RestAssured.given;

import fr.genereferral.e2e.support.Tokens;
import fr.genereferral.local.keycloak.Realm;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Keycloak remembers of whoever asks it for something, and of what its administrator does: nothing, unless it is told to. */
record KeycloakEvents(Realm realm) {
    private static final String LOGINS = "events";
    private static final String CHANGES = "admin-events";
    private static final int ALL = 1_000_000;
    private static final String NAME = "admin";
    private static final Set<String> HAPPENED = Set.of("CLIENT_LOGIN", "CLIENT_LOGIN_ERROR");

    /** All kinds: by itself it would not keep that a service has shown it a token. */
    void keep() {
        List<String> kinds = asked().get(realm.baseUrl() + "/admin/serverinfo")
                .then()
                .statusCode(200)
                .extract()
                .path("enums.eventType");
        var settings = Map.of(
                "eventsEnabled",
                true,
                "enabledEventTypes",
                kinds,
                "adminEventsEnabled",
                true,
                "adminEventsDetailsEnabled",
                true);
        asked().body(settings).put(address("/events/config")).then().statusCode(204);
    }

    /** A hospital logs in, somebody is refused, and the administrator does something. */
    void happen() {
        try {
            Tokens.anew(realm.tokenEndpoint(), "hospital-" + Errands.BASTIA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuse("hospital-" + Errands.BASTIA);
        change("events-are-kept");
    }

    /** Whether or not there is such a client, this is not its secret. */
    void refuse(String client) {
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client)
                .formParam("client_secret", "another")
                .post(realm.tokenEndpoint())
                .then()
                .statusCode(401);
    }

    /** A role comes and goes. */
    void change(String role) {
        asked().body(Map.of("name", role)).post(address("/roles")).then().statusCode(201);
        asked().delete(address("/roles/" + role)).then().statusCode(204);
    }

    /** There has to be something to be searched. */
    List<Found> searched(Search search) {
        List<String> kinds = read(LOGINS).then().extract().path("type");
        List<String> operations = read(CHANGES).then().extract().path("operationType");
        if (!kinds.containsAll(HAPPENED) || !operations.contains("CREATE")) {
            throw new IllegalStateException("Keycloak keeps of what it was asked " + Set.copyOf(kinds)
                    + ", of its administrator " + Set.copyOf(operations));
        }
        var found = new ArrayList<Found>();
        for (var events : List.of(LOGINS, CHANGES)) {
            search.in(read(events).asByteArray()).forEach(shape -> found.add(new Found(place(events), shape)));
        }
        return found;
    }

    /** As it is called where something is found. */
    static List<String> places() {
        return List.of(place(LOGINS), place(CHANGES));
    }

    private static String place(String events) {
        return "Keycloak's " + events;
    }

    private io.restassured.response.Response read(String events) {
        return asked().queryParam("max", ALL)
                .get(address("/" + events))
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private String address(String path) {
        return realm.baseUrl() + "/admin/realms/" + realm.name() + path;
    }

    private RequestSpecification asked() {
        String token = given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", NAME)
                .formParam("password", NAME)
                .post(realm.baseUrl() + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().auth().oauth2(token).contentType("application/json");
    }
}
