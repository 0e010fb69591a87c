package fr.genereferral.referral.meeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.genereferral.referral.Meeting;
import fr.genereferral.referral.ReferralRecords.StoredAssessment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the last assessment says of one therapy, as far as a meeting of experts can overrule it. */
final class Judged {
    private final UUID assessment;
    private final JsonNode verdict;

    private Judged(UUID assessment, JsonNode verdict) {
        this.assessment = assessment;
        this.verdict = verdict;
    }

    /** Empty where the rules have said nothing of the therapy yet. */
    static Optional<Judged> of(Optional<StoredAssessment> last, String therapy, ObjectMapper json) {
        return last.flatMap(assessment -> verdicts(assessment, json)
                .filter(verdict -> therapy.equals(verdict.path("therapy").textValue()))
                .findFirst()
                .map(verdict -> new Judged(assessment.id(), verdict)));
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
        return new Meeting.Judgement(assessment, outcome());
    }

    private String outcome() {
        return verdict.at("/fr/verdict").asText();
    }

    /** Criteria that stand against the therapy, or might. */
    List<String> obstacles() {
        var found = new LinkedHashSet<String>();
        verdict.at("/fr/failing").forEach(id -> found.add(id.asText()));
        verdict.at("/fr/deferring").forEach(id -> found.add(id.asText()));
        verdict.at("/fr/missing").forEach(id -> found.add(id.asText()));
        return List.copyOf(found);
    }

    /** Criteria that speak for it. */
    List<String> fulfilled() {
        Set<String> found = new LinkedHashSet<>();
        verdict.path("criteria").forEach(one -> found.add(one.path("id").asText()));
        obstacles().forEach(found::remove);
        return List.copyOf(found);
    }
}
