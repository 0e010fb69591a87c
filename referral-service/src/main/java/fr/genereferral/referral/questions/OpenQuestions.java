package fr.genereferral.referral.questions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Offer;
import fr.genereferral.referral.ReferralRecords.LastJudgement;
import fr.genereferral.referral.ReferralStatus;
import fr.genereferral.referral.dossier.FactHistory;
import fr.genereferral.referral.questions.QuestionsRepresentation.Asker;
import fr.genereferral.referral.questions.QuestionsRepresentation.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads out of the last judgement what it hangs on, each thing once, whoever asks for it. */
final class OpenQuestions {
    private static final Set<ReferralStatus> OPEN = EnumSet.of(
            ReferralStatus.AWAITING_INFORMATION,
            ReferralStatus.ROUTING,
            ReferralStatus.OFFERED,
            ReferralStatus.ESCALATED,
            ReferralStatus.ACCEPTED);

    private final LastJudgement judgement;
    private final ObjectMapper json;
    private final LocalDate today;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    OpenQuestions(LastJudgement judgement, ObjectMapper json, LocalDate today) {
        this.judgement = judgement;
        this.json = json;
        this.today = today;
    }

    List<Question> all() {
        if (!OPEN.contains(judgement.state())) {
            return List.of();
        }
        judgement.document().ifPresent(document -> read(document.text()));
        var said = FactHistory.of(judgement.said());
        var questions = new ArrayList<>(asked.values().stream()
                .map(one -> one.question(said, judgement.factsDueAt()))
                .toList());
        insufficient().ifPresent(questions::add);
        return List.copyOf(questions);
    }

    private void read(String document) {
        try {
            for (var verdict : json.readTree(document).path("verdicts")) {
                if (verdict.path("sought").asBoolean()) {
                    ask(verdict);
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment does not parse", e);
        }
    }

    private void ask(JsonNode verdict) {
        switch (verdict.at("/fr/verdict").asText()) {
            case "NEEDS_INFO" ->
                verdict.path("missing")
                        .forEach(criterion ->
                                ask(verdict, criterion.path("criterion").textValue(), criterion.path("facts")));
            case "DEFERRED" ->
                new OverdueFacts(verdict, today, json)
                        .find()
                        .forEach((criterion, facts) -> ask(verdict, criterion, facts));
            default -> {}
        }
    }

    private void ask(JsonNode verdict, String criterion, Iterable<JsonNode> facts) {
        var asker = new Asker("RULES", verdict.path("therapy").textValue(), criterion, null);
        for (var fact : facts) {
            var what = fact.path("kind").asText() + " " + fact.path("code").asText();
            asked.computeIfAbsent(what, first -> new Asked(fact))
                    .by(asker, verdict.path("eligibleUntil").textValue());
        }
    }

    /** A hub has sent the child back to its hospital because it could not tell; any fact that comes answers it. */
    private Optional<Question> insufficient() {
        return judgement.state() == ReferralStatus.AWAITING_INFORMATION
                ? judgement.waiting().map(this::ofHub)
                : Optional.empty();
    }

    private Question ofHub(Offer offer) {
        var hub = new Asker("HUB", offer.therapy(), null, offer.hub().id());
        return new Question(
                "dossier",
                "dossier",
                null,
                "insufficient",
                null,
                "clinician",
                null,
                null,
                judgement.factsDueAt(),
                List.of(hub),
                "ADD_FACTS");
    }
}
