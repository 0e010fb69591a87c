package fr.genereferral.e2e.journey;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.e2e.support.Caller;
import fr.genereferral.e2e.support.Deadline;
import fr.genereferral.e2e.support.ReferredChild;
import fr.genereferral.e2e.support.Sample;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** A hub asks the hospital before it answers: its clock rests, and runs on when it is told. */
class QuestionIT {
    private static final String RENNES = "350007084";
    private static final String QUESTION =
            "{\"fact\": \"hearing-loss-degree\", \"text\": \"L'audition a-t-elle été mesurée ?\"}";
    private static final String FACT =
            "{\"facts\": [{\"code\": \"hearing-loss-degree\", \"state\": \"present\", \"value\": \"severe\","
                    + " \"date\": \"%s\", \"source\": \"clinician\"}]}";

    @Test
    void theClockRestsUntilTheHospitalAnswersAndTheHubAccepts() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var hub = child.hub();
        String question = child.asks(hub, QUESTION).statusCode(201).extract().path("id");
        awaitRest(child, notNullValue());
        offer(child).body("openQuestions", equalTo(1));
        child.read().body("state", equalTo("OFFERED")).body("openQuestions", equalTo(1));

        Deadline.pass(child);
        // Another child's time passes after this one's: when that is noticed, this one was looked at.
        var other = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        Deadline.pass(other);
        other.untilOffers(2);
        offer(child).body("state", equalTo("OPEN"));

        child.addFacts(FACT.formatted(Sample.today())).statusCode(201);
        child.answers(question, "{\"text\": \"Oui, hier.\", \"dossierVersion\": 2}")
                .statusCode(201)
                .body("state", equalTo("ANSWERED"));

        awaitRest(child, nullValue());
        String expiresAt = offer(child)
                .body("state", equalTo("OPEN"))
                .body("openQuestions", nullValue())
                .extract()
                .path("expiresAt");
        assertTrue(Instant.parse(expiresAt).isAfter(Instant.now()));
        Caller.hub(hub)
                .get(child.url() + "/questions")
                .body("asked.state", contains("ANSWERED"))
                .body("asked[0].messages[1].text", equalTo("Oui, hier."));
        child.accepted()
                .get("/timeline")
                .body("items.what", hasItems("QUESTION_ASKED", "QUESTION_ANSWERED", "OFFER_ACCEPTED"));
    }

    @Test
    void aHubThatHasLeftReadsNothingAndTheNextOneOnlyTheFacts() {
        var child = ReferredChild.by(RENNES, Sample.sma().livingIn("35")).until("OFFERED");
        var first = child.hub();
        String question = child.asks(first, QUESTION).statusCode(201).extract().path("id");
        awaitRest(child, notNullValue());
        child.addFacts(FACT.formatted(Sample.today())).statusCode(201);

        child.decline("NO_CAPACITY").statusCode(200);

        child.untilOffers(2);
        offer(child).body("restingSince", nullValue());
        Caller.hub(first).get(child.url() + "/questions").statusCode(404);
        Caller.hub(child.hub()).get(child.url() + "/questions").body("asked", hasSize(0));
        Caller.hub(child.hub()).get(child.url() + "/facts").body("items.name", hasItems("hearing-loss-degree"));
        child.get("/questions").body("asked.state", contains("LAPSED"));
        child.answers(question, "{\"dossierVersion\": 2}").statusCode(409);
    }

    private static ValidatableResponse offer(ReferredChild child) {
        return Caller.hub(child.hub()).get(child.offerUrl()).statusCode(200);
    }

    private static void awaitRest(ReferredChild child, Matcher<Object> since) {
        await().atMost(ReferredChild.PATIENCE).untilAsserted(() -> offer(child).body("restingSince", since));
    }
}
