package fr.genereferral.referral.questions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.DossierHistory;
import fr.genereferral.referral.ReferralFixtures;
import fr.genereferral.referral.ReferralRecords.LastJudgement;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.questions.QuestionsRepresentation.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a deferral is asked for, read out of a judgement that eligibility-service has really made. */
class OpenQuestionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DUE = LocalDate.of(2026, 11, 23);

    @Test
    void asksForAnotherTitreOnTheDayOnWhichItIsToBeMeasuredAgain() throws IOException {
        var asked = asked(judged(), ReferralStatus.AWAITING_INFORMATION, DUE);

        assertEquals(1, asked.size());
        var titre = asked.get(0);
        assertEquals("antibody AAV9", titre.kind() + " " + titre.code());
        assertEquals("retest-due", titre.why());
        assertEquals("laboratory", titre.suppliedBy());
        assertEquals("ADD_FACTS", titre.answeredBy());
        assertEquals(ReferralFixtures.NOW.plusSeconds(3600), titre.dueAt());
        assertEquals("ONA-IV.5", titre.askedBy().get(0).criterion());
        assertEquals(
                "Anti-AAV9 antibodies: 1:200, on 2026-09-01; threshold: > 1:50",
                titre.label().en());
    }

    @Test
    void asksForTheDayWhenNobodyHasSaidWhenItIsOver() throws IOException {
        var judged = judged();
        ((ObjectNode) judged.at("/verdicts/0")).putNull("deferredUntil");

        var asked = asked(judged, ReferralStatus.AWAITING_INFORMATION, DUE);

        assertEquals(List.of("date-unknown"), asked.stream().map(Question::why).toList());
    }

    @Test
    void asksNothingBeforeTheDay() throws IOException {
        assertEquals(List.of(), asked(judged(), ReferralStatus.AWAITING_INFORMATION, DUE.minusDays(1)));
        assertEquals(List.of(), asked(judged(), ReferralStatus.ASSESSING, DUE));
    }

    /** Of titres that contradict each other one is chosen; of one that its laboratory calls contradictory none can be. */
    @Test
    void letsAFactBeSettledOnlyWhereThereIsSomethingToChoose() throws IOException {
        var titre = "{\"serotype\": \"AAV9\", \"state\": \"%s\", \"titre\": %d, \"date\": \"2026-11-20\"}";
        var two = titre.formatted("present", 200) + ", " + titre.formatted("present", 25);
        var doubtful = titre.formatted("conflicting", 200);

        assertEquals("SETTLE_FACT", answeredBy(contradictory("antibody", "AAV9"), two));
        assertEquals("ADD_FACTS", answeredBy(contradictory("antibody", "AAV9"), doubtful));
        assertEquals("ADD_FACTS", answeredBy(contradictory("antibody", "AAV2"), two));
        assertEquals("ADD_FACTS", answeredBy(contradictory("copy-number", "AAV9"), two));
    }

    private static String answeredBy(JsonNode judged, String antibodies) {
        return asked(judged, ReferralStatus.AWAITING_INFORMATION, DUE, "{\"antibodies\": [" + antibodies + "]}")
                .get(0)
                .answeredBy();
    }

    private static JsonNode contradictory(String kind, String code) throws IOException {
        return JSON.readTree("""
                {"verdicts": [{"therapy": "ONA-IV", "sought": true, "fr": {"verdict": "NEEDS_INFO"}, "missing": [
                    {"criterion": "ONA-IV.5", "facts": [{"kind": "%s", "code": "%s", "why": "conflicting"}]}]}]}""".formatted(kind, code));
    }

    private static List<Question> asked(JsonNode judged, ReferralStatus state, LocalDate today) {
        return asked(judged, state, today, "{}");
    }

    private static List<Question> asked(JsonNode judged, ReferralStatus state, LocalDate today, String dossier) {
        var document = new Document(judged.toString().getBytes(StandardCharsets.UTF_8));
        var said = new DossierHistory(dossier, "2B0000012", ReferralFixtures.NOW, List.of());
        var judgement = new LastJudgement(
                state, Optional.empty(), ReferralFixtures.NOW.plusSeconds(3600), Optional.of(document), said);
        return new OpenQuestions(judgement, JSON, today).all();
    }

    private static JsonNode judged() throws IOException {
        try (var in = OpenQuestionsTest.class.getResourceAsStream("/judged/titre-to-be-measured-again.json")) {
            return JSON.readTree(in).get("document");
        }
    }
}
