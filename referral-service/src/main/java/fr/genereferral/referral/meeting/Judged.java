package fr.genereferral.referral.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.Objections;
import fr.genereferral.referral.Obstacle;
import fr.genereferral.referral.Obstacle.Effect;
import fr.genereferral.referral.ReferralRecords.StoredAssessment;
import fr.genereferral.referral.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the last assessment says of one therapy, as far as a meeting of experts can overrule it. */
final class Judged {
    private final StoredAssessment assessment;
    private final JsonNode verdict;

    private Judged(StoredAssessment assessment, JsonNode verdict) {
        this.assessment = assessment;
        this.verdict = verdict;
    }

    /** Empty where the rules have said nothing of the therapy yet. */
    static Optional<Judged> of(Optional<StoredAssessment> last, String therapy, ObjectMapper json) {
        return last.flatMap(assessment -> verdicts(assessment, json)
                .filter(verdict -> therapy.equals(verdict.path("therapy").textValue()))
                .findFirst()
                .map(verdict -> new Judged(assessment, verdict)));
    }

    private static Stream<JsonNode> verdicts(StoredAssessment assessment, ObjectMapper json) {
        try {
            var document = json.readTree(assessment.document().text());
            return StreamSupport.stream(document.path("verdicts").spliterator(), false);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment does not parse", e);
        }
    }

    Meeting.Judgement judgement() {
        return new Meeting.Judgement(assessment.id(), outcome());
    }

    boolean isEligible() {
        return outcome().equals(Verdict.Outcome.ELIGIBLE.name());
    }

    private String outcome() {
        return verdict.at("/fr/verdict").asText();
    }

    Objections objections() {
        return new Objections(assessment.dossierVersion(), obstacles());
    }

    /** Criteria that stand against the therapy, or might: as the state machine hears them, what only its authorisation misses too. */
    List<Obstacle> obstacles() {
        return Stream.of(
                        Effect.FAILS.of(ids("/fr/failing")),
                        Effect.DEFERS.of(ids("/fr/deferring")),
                        Effect.MISSING.of(ids("/fr/missing")),
                        Effect.MISSING.of(verdict.path("missing").findValuesAsText("criterion")))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private List<String> ids(String path) {
        return StreamSupport.stream(verdict.at(path).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Criteria that speak for it. */
    List<String> fulfilled() {
        Set<String> found = new LinkedHashSet<>();
        verdict.path("criteria").forEach(one -> found.add(one.path("id").asText()));
        obstacles().stream().map(Obstacle::criterion).forEach(found::remove);
        return List.copyOf(found);
    }
}
