package fr.genereferral.hubdirectory;

import static fr.genereferral.hubdirectory.Patience.await;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The search for a hub for one referral, with referral-service's published examples as what it says. */
public final class Search {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String referral = UUID.randomUUID().toString();
    private final String departement;
    private String therapy = "ONA-IV";
    private String urgency = "ROUTINE";
    private String asked;
    private long sequence = 1;

    private Search(String departement) {
        this.departement = departement;
        publish("ReferralSubmitted.v1", 1, JSON.createObjectNode().put("referralId", referral));
    }

    /** For a child of this département; nothing is asked for yet. */
    public static Search in(String departement) {
        return new Search(departement);
    }

    public Search forTherapy(String wanted) {
        therapy = wanted;
        return this;
    }

    /** Hours are counted, nights and weekends too. */
    public Search pressing() {
        urgency = "PRESSING";
        return this;
    }

    /** A routing is asked for, and what it leads to is awaited. */
    public Search routed(String outcome) {
        route(1);
        return until("%s.v1".formatted(outcome));
    }

    public void route(int routing) {
        publish("RoutingRequested.v1", ++sequence, request(routing));
    }

    public ObjectNode request(int routing) {
        return ((ObjectNode) example("RoutingRequested.v1"))
                .put("referralId", referral)
                .put("routing", routing)
                .put("therapy", therapy)
                .put("urgency", urgency)
                .put("residenceDepartement", departement);
    }

    public void cancel() {
        cancelAs(sequence + 1);
    }

    /** @param number where something else was published besides what this search knows of */
    public void cancelAs(long number) {
        sequence = number;
        publish(
                "RoutingCancelled.v1",
                sequence,
                ((ObjectNode) example("RoutingCancelled.v1")).put("referralId", referral));
    }

    public void close() {
        publish(
                "ReferralClosed.v1",
                ++sequence,
                ((ObjectNode) example("ReferralClosed.v1")).put("referralId", referral));
    }

    public void publish(String type, long number, ObjectNode event) {
        Topics.publish(
                "referral.events",
                referral,
                type,
                number,
                event.put("sequence", number).toString());
    }

    public static JsonNode example(String type) {
        try {
            var file = Path.of("contracts/consumed/referral-service", type + ".example.json");
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until these are the last events that were said about the placement. */
    public Search until(String... types) {
        // Often it is there already: the usual first tenth of a second is most of what many tests would take.
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            var said = said();
            var from = Math.max(0, said.size() - types.length);
            assertEquals(Arrays.asList(types), said.subList(from, said.size()));
        });
        return this;
    }

    /** The types of all events so far, in order. */
    public List<String> said() {
        return events().stream().map(event -> event.get("type").asText()).toList();
    }

    /** All events so far, in order: what the outbox holds. */
    public List<JsonNode> events() {
        var query = "select type, payload from outbox where aggregateid = ? order by sequence, id";
        return PlatformSession.of(session -> {
            try (var statement = session.prepareStatement(query)) {
                statement.setString(1, referral);
                var found = new ArrayList<JsonNode>();
                var rows = statement.executeQuery();
                while (rows.next()) {
                    found.add(((ObjectNode) JSON.readTree(rows.getString(2))).put("type", rows.getString(1)));
                }
                return found;
            }
        });
    }

    /** The time of the live offer has passed: its deadline is moved, never a clock. */
    public Search overdue() {
        return moved("expires_at = now() - interval '1 second'");
    }

    /** So many hundredths of the time to answer have passed, of four hours. */
    public Search waited(int hundredths) {
        var passed = 4 * 60 * hundredths / 100;
        return moved(("offered_at = now() - interval '%1$d minutes', expires_at = now() - interval '%1$d minutes'"
                        + " + interval '4 hours'")
                .formatted(passed));
    }

    /** The clock has rested for as long as it may, and what was left has passed since. */
    public Search restedTooLong() {
        return moved("resting_since = now() - interval '2 hours', rests_until = now() - interval '1 hour',"
                + " expires_at = now() - interval '1 second'");
    }

    private Search moved(String how) {
        var update = "update offer set " + how + " where referral_id = cast(? as uuid) and state = 'OPEN'";
        assertEquals(1, (int) PlatformSession.of(session -> {
            try (var statement = session.prepareStatement(update)) {
                statement.setString(1, referral);
                return statement.executeUpdate();
            }
        }));
        return this;
    }

    public JsonNode lastEvent() {
        var events = events();
        return events.get(events.size() - 1);
    }

    /** The id of the offer that was made last. */
    public String offer() {
        return events().stream()
                .filter(event -> event.get("type").asText().equals("OfferMade.v1"))
                .reduce((before, after) -> after)
                .orElseThrow()
                .get("offerId")
                .asText();
    }

    /** The hub that was asked last. */
    public String hub() {
        return events().stream()
                .filter(event -> event.get("type").asText().equals("OfferMade.v1"))
                .reduce((before, after) -> after)
                .orElseThrow()
                .at("/hub/id")
                .asText();
    }

    public ValidatableResponse accept() {
        return post(Tokens.hub(hub()), offer(), "acceptance", "{}");
    }

    public ValidatableResponse decline(String reason) {
        return post(Tokens.hub(hub()), offer(), "declinal", "{\"reason\": \"" + reason + "\"}");
    }

    /** The hub that was asked last and has accepted. */
    public ValidatableResponse giveBack(String reason) {
        return post(Tokens.hub(hub()), offer(), "give-back", "{\"reason\": \"" + reason + "\"}");
    }

    /** The hub that is asked has put a question to the hospital. */
    public Search asks(int open) {
        return asks(open, Instant.now());
    }

    /** @param at heard later */
    public Search asks(int open, Instant at) {
        asked = offer();
        return question("QuestionOpened.v1", "openedAt", open, at);
    }

    /** The hospital has answered one of that hub's. */
    public Search isTold(int open) {
        return question("QuestionClosed.v1", "closedAt", open, Instant.now());
    }

    private Search question(String type, String when, int open, Instant at) {
        publish(
                type,
                ++sequence,
                ((ObjectNode) example(type))
                        .put("referralId", referral)
                        .put("offerId", asked)
                        .put("open", open)
                        .put(when, at.toString()));
        return this;
    }

    /** The hospital wants to stop what a hub has accepted, or does so no longer. */
    public void moved(String from, String to) {
        publish(
                "ReferralMoved.v1",
                ++sequence,
                ((ObjectNode) example("ReferralMoved.v1"))
                        .put("referralId", referral)
                        .put("previousState", from)
                        .put("state", to)
                        .put("cause", "WITHDRAWAL_REQUESTED"));
    }

    public static ValidatableResponse post(String token, String offer, String move, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1/offers/" + offer + "/" + move)
                .then();
    }

    public ValidatableResponse read(String token) {
        return get(token, "/v1/offers/" + offer());
    }

    public ValidatableResponse placement(String token) {
        return get(token, "/v1/placements/" + referral);
    }

    public static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    public String referral() {
        return referral;
    }
}
