package fr.genereferral.referral.questions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import fr.genereferral.referral.Journey;
import fr.genereferral.referral.ServiceTest;
import fr.genereferral.referral.Tokens;
import org.junit.jupiter.api.Test;

@ServiceTest
class QuestionsResourceTest {
    private static final String ANSWER = """
            {"facts": [{"code": "previous-sma-gene-therapy", "state": "absent", "date": "2026-11-22",
                        "source": "clinician"}]}""";

    @Test
    void asksExactlyWhatTheJudgementHangsOnUntilItIsAnswered() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.get("/questions").body("items", hasSize(0));
        journey.hear(
                "eligibility.events",
                "ReferralAssessed.v1",
                1,
                journey.example("eligibility-service", "ReferralAssessed.v1"));
        journey.until("AWAITING_INFORMATION");

        journey.get("/questions")
                .body("state", equalTo("AWAITING_INFORMATION"))
                .body("items", hasSize(9))
                .body("items.code", hasItems("albumin", "previous-sma-gene-therapy"))
                .body("items.find { it.code == 'albumin' }.suppliedBy", equalTo("laboratory"))
                .body("items.find { it.code == 'albumin' }.label.fr", equalTo("Albumine"))
                .body("items.find { it.code == 'albumin' }.askedBy.criterion", contains("ONA-IV.7"))
                .body("items.find { it.code == 'albumin' }.answeredBy", equalTo("ADD_FACTS"));
        journey.addFacts(ANSWER).statusCode(201);

        journey.get("/questions").body("state", equalTo("ASSESSING")).body("items", hasSize(0));
        journey.hearVerdict("ELIGIBLE", 2, 2, "FACTS");
        journey.until("ROUTING");
    }

    @Test
    void asksWhatAHubFoundInsufficientUntilItIsAnswered() {
        var journey = Journey.begun(Tokens.RENNES);
        journey.hearEligible();
        journey.until("ROUTING").hearHub("OfferMade.v1", 1);
        var declined = journey.example("hub-directory-service", "OfferDeclined.v1");
        declined.put("reason", "DATA_INSUFFICIENT").put("follows", "HOSPITAL");
        journey.hear("hub.events", "OfferDeclined.v1", 2, declined);

        journey.until("AWAITING_INFORMATION");

        journey.get("/questions").body("items.find { it.kind == 'dossier' }.askedBy.hub", contains("130804297"));
        journey.as(Tokens.hub("130804297"), "/questions").statusCode(404);
        journey.addFacts(ANSWER).statusCode(201);
        journey.hearVerdict("NEEDS_INFO", 2, 2, "FACTS");
        journey.until("AWAITING_INFORMATION");

        journey.get("/questions").body("items.findAll { it.kind == 'dossier' }", hasSize(0));
    }
}
