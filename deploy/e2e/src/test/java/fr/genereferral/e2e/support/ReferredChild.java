package fr.genereferral.e2e.support;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;

/** A child that a hospital has referred, followed over HTTP. */
public final class ReferredChild {
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Caller hospital;
    private final String id;

    private ReferredChild(Caller hospital, String id) {
        this.hospital = hospital;
        this.id = id;
    }

    public static ReferredChild by(String finess, Sample sample) {
        return kept(finess, sample.body());
    }

    /** Written to the end, and not sent. */
    public static ReferredChild draftedBy(String finess, Sample sample) {
        return kept(finess, sample.body().deepCopy().put("draft", true));
    }

    /** One that its hospital has referred before. */
    public static ReferredChild of(String finess, String id) {
        return new ReferredChild(Caller.hospital(finess), id);
    }

    private static ReferredChild kept(String finess, ObjectNode body) {
        var hospital = Caller.hospital(finess);
        var answer = hospital.post(RunningSystem.referrals() + "/v1/referrals", body.toString())
                .statusCode(201);
        return new ReferredChild(hospital, Answered.tree(answer).path("id").asText());
    }

    public String id() {
        return id;
    }

    public String url() {
        return RunningSystem.referrals() + "/v1/referrals/" + id;
    }

    /** Its hospital attaches a document. */
    public ValidatableResponse attaches(String report) {
        return hospital.attach(url() + "/documents", report);
    }

    public ReferredChild until(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(state, tree().path("state").asText()));
        return this;
    }

    public ReferredChild untilOffers(int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(count, tree().path("offers").size()));
        return until("OFFERED");
    }

    public ValidatableResponse read() {
        return hospital.get(url()).statusCode(200);
    }

    public JsonPath json() {
        return read().extract().jsonPath();
    }

    /** The same as a tree: to look at again and again, a path that is compiled each time would take too long. */
    public JsonNode tree() {
        return Answered.tree(read());
    }

    private JsonNode lastOffer() {
        var offers = tree().path("offers");
        return offers.path(offers.size() - 1);
    }

    public ValidatableResponse get(String path) {
        return hospital.get(url() + path);
    }

    /** What has arrived, as the API takes it. */
    public ValidatableResponse addFacts(String facts) {
        return hospital.post(url() + "/facts", facts);
    }

    public ValidatableResponse settle(String fact, int holds) {
        var choice = "{\"holds\": " + holds + ", \"reason\": \"CONFIRMED_ON_SECOND_SAMPLE\"}";
        return hospital.post(url() + "/facts/" + fact + "/settlement", choice);
    }

    /** FINESS of the hub that is being asked, or was last. */
    public String hub() {
        return lastOffer().path("hub").path("id").asText();
    }

    public String offerUrl() {
        return RunningSystem.hubs() + "/v1/offers/"
                + lastOffer().path("offerId").asText();
    }

    public ValidatableResponse accept() {
        return Caller.hub(hub()).post(offerUrl() + "/acceptance", "{}");
    }

    /** The hub has said yes, and the hospital knows it. */
    public ReferredChild accepted() {
        accept().statusCode(200);
        return until("ACCEPTED");
    }

    /** @param move last part of its address */
    public ValidatableResponse byHub(String move, String body) {
        return Caller.hub(hub()).post(url() + "/" + move, body);
    }

    /** The hub records what a meeting of experts has decided. */
    public ValidatableResponse met(String decision, String... overrules) {
        var therapy = lastOffer().path("therapy").asText();
        return byHub("meetings", Sample.minutes(decision, therapy, overrules).toString());
    }

    public ValidatableResponse careBegun() {
        return byHub("care", "{\"on\": \"" + Sample.today() + "\"}");
    }

    /** That hub asks the hospital something. */
    public ValidatableResponse asks(String hub, String body) {
        return Caller.hub(hub).post(url() + "/questions", body);
    }

    public ValidatableResponse answers(String question, String body) {
        return hospital.post(url() + "/questions/" + question + "/answer", body);
    }

    public ValidatableResponse decline(String reason) {
        return Caller.hub(hub()).post(offerUrl() + "/declinal", "{\"reason\": \"" + reason + "\"}");
    }

    /**
     * The hub has said it on the telephone, and the coordinator writes it down.
     *
     * @param reason null for a yes
     */
    public ValidatableResponse heard(String answer, String reason) {
        var why = reason == null ? "" : "\"reason\": \"" + reason + "\", ";
        var body = "{%s\"saidBy\": {\"function\": \"PHYSICIAN\"}, \"saidAt\": \"%s\"}".formatted(why, Instant.now());
        return Caller.coordinator().post(offerUrl() + "/telephone-" + answer, body);
    }

    public ValidatableResponse giveBack(String reason) {
        return Caller.hub(hub()).post(offerUrl() + "/give-back", "{\"reason\": \"" + reason + "\"}");
    }

    /** The family does not go to this hub any more. */
    public ValidatableResponse declines(String hub) {
        var wishes = "{\"declined\": [{\"hub\": \"" + hub + "\", \"reason\": \"JOURNEY\"}]}";
        return hospital.put(url() + "/family-wishes", "*", wishes);
    }

    public ValidatableResponse withdraw() {
        return withdraw("FAMILY_DECISION");
    }

    public ValidatableResponse withdraw(String reason) {
        return hospital.post(url() + "/withdrawal", "{\"reason\": \"" + reason + "\"}");
    }
}
