package fr.genereferral.eligibility.preview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Samples;
import fr.genereferral.eligibility.ServiceTest;
import fr.genereferral.eligibility.Today;
import fr.genereferral.eligibility.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which day a preview is judged on, and which dates it takes. */
@ServiceTest
class PreviewDatesTest {
    private static final String PATH = "/v1/eligibility/preview";
    private static final List<String> DATES = List.of(
            "/antibodies/0/date",
            "/genetics/reports/0/signedOn",
            "/genetics/variants/0/classifiedOn",
            "/genetics/copyNumbers/0/date",
            "/disease/diagnosedOn",
            "/consent/geneticTest/on",
            "/consent/sharing/on");

    @Test
    void judgesAsOfTodayInParisUnlessTold() {
        var body = Samples.preview();
        body.remove("asOf");
        var before = Today.inParis();

        String day = preview(body).statusCode(200).extract().path("evaluationDate");

        assertTrue(Today.since(before, LocalDate.parse(day)), day);
    }

    @Test
    void refusesABirthAfterTheDayOfTheQuestion() {
        var body = Samples.preview().put("asOf", "2026-07-19");

        preview(body).statusCode(422).body("violations.pointer", hasItem("/dossier/birthDate"));
    }

    @Test
    void refusesADayBeforeTheFirstRulesAndSaysWhichDayIsPossible() {
        var body = Samples.preview().put("asOf", "2025-12-31");
        ((ObjectNode) body.get("dossier")).put("birthDate", "2025-07-20");
        body.putArray("therapiesSought").add("NUS");

        preview(body)
                .statusCode(422)
                .body("violations.code", equalTo(List.of("NO_RULES_IN_FORCE")))
                .body("violations[0].pointer", equalTo("/asOf"))
                .body("violations[0].expected", equalTo("2026-01-01"));
        preview(body.put("asOf", "2026-01-01")).statusCode(200).body("verdicts.therapy", hasItem("NUS"));
    }

    @Test
    void answersWithoutAVerdictForADiseaseThatHasNoRules() {
        var body = Samples.preview().put("asOf", "2025-12-31");
        ((ObjectNode) body.get("dossier")).put("birthDate", "2025-07-20");
        ((ObjectNode) body.at("/dossier/disease")).put("orpha", "ORPHA:999999");

        preview(body).statusCode(200).body("packs.size()", equalTo(0));
    }

    @Test
    void refusesWhatIsDatedLaterThanToday() {
        var body = Samples.preview().put("asOf", "2026-11-23");
        ((ObjectNode) body.at("/dossier/genetics"))
                .putArray("variants")
                .addObject()
                .put("gene", "HGNC:11117");
        var consent = ((ObjectNode) body.get("dossier")).putObject("consent");
        List.of("geneticTest", "sharing")
                .forEach(to -> consent.putObject(to).put("given", true).put("by", "patient"));
        // The day after tomorrow: it is still to come when midnight passes meanwhile.
        var later = Today.inParis().plusDays(2).toString();
        DATES.forEach(date -> {
            var field = JsonPointer.compile("/dossier" + date);
            ((ObjectNode) body.requiredAt(field.head())).put(field.last().getMatchingProperty(), later);
        });

        preview(body)
                .statusCode(422)
                .body(
                        "violations.pointer",
                        equalTo(DATES.stream().map("/dossier"::concat).toList()))
                .body("violations.code", everyItem(equalTo("DATE_IN_FUTURE")));
    }

    @Test
    void countsWhatIsDatedAfterThePastDayOfTheQuestionAsNotYetStated() {
        var body = Samples.preview().put("asOf", "2026-08-01");

        preview(body)
                .statusCode(200)
                .body("evaluationDate", equalTo("2026-08-01"))
                .body("verdicts.find { it.therapy == 'ONA-IV' }.fr.missing", hasItems("ONA-IV.2", "ONA-IV.5"));
    }

    private static ValidatableResponse preview(ObjectNode body) {
        return given().auth()
                .oauth2(Tokens.referrer())
                .contentType("application/json")
                .body(body.toString())
                .post(PATH)
                .then();
    }
}
