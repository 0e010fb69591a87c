package fr.genereferral.referral.questions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.Rows;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hub and the coordinator ask of the hospital, and what is said of it. */
@ServiceTest
class ConversationTest {
    private static final String MARSEILLE = "130804297";
    private static final String NECKER = "750100208";
    private static final String WORDS = "Zzcanari marche-t-elle ?";
    private static final String FACT = "{\"fact\": \"albumin\"}";
    private static final String TEXT = "{\"text\": \"" + WORDS + "\"}";

    @Test
    void isAskedAddedToAndAnswered() {
        var journey = Journey.begun(Tokens.RENNES).offered();
        var hospital = Tokens.hospital(Tokens.RENNES);
        String question = journey.ask(hub(), "{\"fact\": \"albumin\", \"text\": \"" + WORDS + "\"}")
                .statusCode(201)
                .header("Location", endsWith("/v1/referrals/" + journey.id() + "/questions"))
                .body("state", equalTo("OPEN"))
                .body("messages.kind", contains("ASKED"))
                .body("messages[0].text", nullValue())
                .extract()
                .path("id");
        journey.read().body("state", equalTo("OFFERED")).body("openQuestions", equalTo(1));
        due(hospital).body("items.find { it.id == '" + journey.id() + "' }.questionDueAt", notNullValue());
        list(hub(), "")
                .body("items.id", hasItem(journey.id()))
                .body("items.find { it.id == '" + journey.id() + "' }.questionDueAt", nullValue());
        for (var asked : List.of("&asked=true", "&asked=false")) {
            list(hub(), asked).body("items.id", not(hasItem(journey.id())));
        }
        list(hospital, "&asked=false").body("items.id", not(hasItem(journey.id())));
        due(Tokens.coordinator()).body("items.id", hasItem(journey.id()));
        journey.as(hospital, "/actions")
                .body("items.action", hasItems("ANSWER_QUESTION", "WRITE_MESSAGE"))
                .body("items.action", not(hasItem("ASK_QUESTION")));

        say(journey, hospital, question, "messages", "{\"text\": \"Depuis quand ?\"}")
                .statusCode(201);
        say(journey, hub(), question, "messages", "{\"text\": \"Depuis octobre.\"}")
                .statusCode(201);
        say(journey, hospital, question, "answer", "{\"text\": \"Oui.\", \"dossierVersion\": 1}")
                .statusCode(201)
                .body("state", equalTo("ANSWERED"));

        for (var reader : List.of(hospital, hub())) {
            journey.as(reader, "/questions")
                    .body("asked", hasSize(1))
                    .body("asked[0].fact", equalTo("albumin"))
                    .body("asked[0].askedBy.organisation", equalTo(MARSEILLE))
                    .body("asked[0].messages.kind", contains("ASKED", "SAID", "SAID", "ANSWERED"))
                    .body("asked[0].messages.text", contains(WORDS, "Depuis quand ?", "Depuis octobre.", "Oui."))
                    .body("asked[0].messages[3].dossierVersion", equalTo(1));
        }
        journey.read().body("openQuestions", nullValue());
        due(hospital).body("items.id", not(hasItem(journey.id())));
        list(hospital, "&asked=false").body("items.id", hasItem(journey.id()));
        journey.get("/timeline").body("items.what", hasItems("QUESTION_ASKED", "QUESTION_ANSWERED"));
        say(journey, hospital, question, "answer", "{\"text\": \"Non.\"}")
                .statusCode(409)
                .body("code", equalTo("MOVE_NOT_ALLOWED"));
    }

    @Test
    void keepsItsWordsFromEverybodyToWhomTheyAreNotSaid() throws SQLException {
        var journey = Journey.begun(Tokens.RENNES).offered();
        journey.ask(hub(), TEXT).statusCode(201);
        journey.ask(Tokens.coordinator(), "{\"text\": \"Où en est-on ?\"}").statusCode(201);

        journey.as(Tokens.coordinator(), "/questions")
                .body("asked.askedBy.role", contains("hub_clinician", "coordinator"))
                .body("asked[0].messages[0].text", nullValue())
                .body("asked[1].messages[0].text", equalTo("Où en est-on ?"));
        journey.as(hub(), "/questions").body("asked.askedBy.role", contains("hub_clinician"));
        journey.as(Tokens.hub(NECKER), "/questions").statusCode(404);
        try (var rows = Rows.asService().seeingAs("platform")) {
            var sealed = rows.select(
                            "select string_agg(encode(words, 'escape'), ' ') as sealed from question_message m join question q"
                                    + " on q.id = m.question_id where q.referral_id = cast(? as uuid)",
                            journey.id())
                    .get(0)
                    .get("sealed");
            assertFalse(sealed.contains("Zzcanari"), sealed);
            assertEquals(
                    List.of(),
                    rows.select(
                            "select id from outbox where aggregateid = ? and payload like '%canari%'", journey.id()));
        }
        try (var keys = Rows.asSuperuser("referral_keys")) {
            keys.run("delete from referral_key where referral_id = '" + journey.id() + "'");
        }
        journey.get("/questions").statusCode(200).body("asked[0].messages[0].text", nullValue());
        journey.ask(hub(), TEXT).statusCode(404).body("code", equalTo("IDENTITY_ERASED"));
        journey.ask(hub(), FACT).statusCode(201);
        journey.as(hub(), "/actions").body("items.action", not(hasItem("WRITE_MESSAGE")));
    }

    @Test
    void isNotReadByAHubThatHasLeftNorByTheNext() {
        var journey = Journey.begun(Tokens.RENNES).offered();
        String question = journey.ask(hub(), TEXT).statusCode(201).extract().path("id");
        var declined = journey.example("hub-directory-service", "OfferDeclined.v1");
        journey.hear(
                "hub.events",
                "OfferDeclined.v1",
                2,
                declined.put("reason", "NO_CAPACITY").put("follows", "NEXT_HUB"));
        journey.until("ROUTING");
        var made = journey.example("hub-directory-service", "OfferMade.v1")
                .put("offerId", UUID.randomUUID().toString());
        made.withObject("/hub").put("id", NECKER);
        journey.hear("hub.events", "OfferMade.v1", 3, made);
        journey.until("OFFERED");

        journey.as(hub(), "/questions").statusCode(404);
        journey.as(Tokens.hub(NECKER), "/questions").statusCode(200).body("asked", hasSize(0));
        journey.as(Tokens.hub(NECKER), "/timeline")
                .body("items.what", hasItem("OFFER_MADE"))
                .body("items.what", not(hasItem("QUESTION_ASKED")));
        say(journey, Tokens.hub(NECKER), question, "messages", TEXT)
                .statusCode(404)
                .body("code", equalTo("QUESTION_NOT_FOUND"));
        journey.get("/questions")
                .body("asked.state", contains("LAPSED"))
                .body("asked[0].messages[0].text", equalTo(WORDS));
        journey.read().body("openQuestions", nullValue());
        say(journey, Tokens.hospital(Tokens.RENNES), question, "answer", "{\"dossierVersion\": 1}")
                .statusCode(409);
    }

    @Test
    void isTakenOnceForEachKeyAndAtTheSameInstant() throws Exception {
        var journey = Journey.begun(Tokens.RENNES).offered();
        var key = UUID.randomUUID().toString();
        Callable<String> twice = () ->
                journey.say(hub(), "", key, TEXT).statusCode(201).extract().path("id");
        var threads = Executors.newFixedThreadPool(2);
        try {
            var ids = threads.invokeAll(List.of(twice, twice));
            assertEquals(ids.get(0).get(), ids.get(1).get());
        } finally {
            threads.shutdown();
        }
        journey.say(hub(), "", key, FACT).statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        journey.say(hub(), "", "", FACT).statusCode(400).body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));

        journey.get("/questions").body("asked", hasSize(1));
    }

    @Test
    void endsOnceWhenTheHospitalAnswersWhileTheHubTakesItBack() throws Exception {
        var journey = Journey.begun(Tokens.RENNES).offered();
        String question = journey.ask(hub(), FACT).statusCode(201).extract().path("id");
        Callable<Integer> answer =
                () -> say(journey, Tokens.hospital(Tokens.RENNES), question, "answer", "{\"dossierVersion\": 1}")
                        .extract()
                        .statusCode();
        Callable<Integer> takeBack = () ->
                say(journey, hub(), question, "withdrawal", "{}").extract().statusCode();
        var threads = Executors.newFixedThreadPool(2);
        try {
            var ends = threads.invokeAll(List.of(answer, takeBack));
            var statuses = List.of(ends.get(0).get(), ends.get(1).get());
            assertEquals(1, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        } finally {
            threads.shutdown();
        }

        journey.get("/questions").body("asked[0].messages", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | {}                                     | /text           | FIELD_MISSING
            ''                  | {"fact": "albumine"}                   | /fact           | FACT_UNKNOWN
            ''                  | {"text": "a\\nb"}                      | /text           | WRONG_FORMAT
            ''                  | {"fact": "albumin", "withinHours": 0}  | /withinHours    | VALUE_OUT_OF_BOUNDS
            ''                  | {"fact": "albumin", "patient": "Zoé"}  | /patient        | FIELD_UNKNOWN
            /%s/messages        | {}                                     | /text           | FIELD_MISSING
            /%s/answer          | {}                                     | /text           | FIELD_MISSING
            /%s/answer          | {"dossierVersion": 9999999999}         | /dossierVersion | VALUE_OUT_OF_BOUNDS
            /%s/withdrawal      | {"reason": "OTHER"}                    | /reason         | FIELD_UNKNOWN
            """)
    void saysWhatIsWrong(String where, String body, String pointer, String code) {
        var token = where.endsWith("/answer") ? Tokens.hospital(Tokens.RENNES) : hub();
        Journey.of("00000000-0000-7000-8000-000000000000", Tokens.RENNES)
                .say(
                        token,
                        where.formatted(UUID.randomUUID()),
                        UUID.randomUUID().toString(),
                        body)
                .statusCode(422)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    private static ValidatableResponse due(String token) {
        return list(token, "&asked=true");
    }

    private static ValidatableResponse list(String token, String narrowed) {
        return given().auth()
                .oauth2(token)
                .get("/v1/referrals?limit=200" + narrowed)
                .then()
                .statusCode(200);
    }

    private static String hub() {
        return Tokens.hub(MARSEILLE);
    }

    private static ValidatableResponse say(Journey journey, String token, String question, String what, String body) {
        return journey.say(token, "/" + question + "/" + what, UUID.randomUUID().toString(), body);
    }
}
