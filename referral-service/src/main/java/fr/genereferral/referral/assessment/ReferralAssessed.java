package fr.genereferral.referral.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import fr.genereferral.referral.Assessment;
import fr.genereferral.referral.Document;
import fr.genereferral.referral.Verdict;
import fr.genereferral.referral.Verdicts;
import fr.genereferral.referral.inbox.Unreadable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * eligibility-service's event, only the fields we need.
 *
 * @param assessment what the assessment comes to: an outline of the document
 * @param document the explained assessment, deflated
 */
record ReferralAssessed(
        UUID referralId,
        UUID assessmentId,
        int dossierVersion,
        String cause,
        Instant assessedAt,
        JsonNode assessment,
        byte[] document) {

    /** @throws Unreadable when the document is none */
    Assessment heard() {
        var explained = new Document(document);
        if (!explained.isDeflated()) {
            throw new Unreadable("the document is not deflated");
        }
        return new Assessment(
                assessmentId,
                dossierVersion,
                cause,
                LocalDate.parse(assessment.path("evaluationDate").textValue()),
                assessedAt,
                explained,
                new Verdicts(stream(assessment.path("verdicts"))
                        .map(ReferralAssessed::verdict)
                        .toList()));
    }

    private static Verdict verdict(JsonNode v) {
        var france = v.path("fr");
        var authorisation = v.path("amm").path("verdict").textValue();
        return new Verdict(
                v.path("therapy").textValue(),
                v.path("packVersion").intValue(),
                v.path("routing").asText().equals("hub"),
                v.path("sought").booleanValue(),
                Verdict.Outcome.valueOf(france.path("verdict").textValue()),
                authorisation == null ? null : Verdict.Outcome.valueOf(authorisation),
                texts(france.path("failing")),
                texts(france.path("deferring")),
                stream(v.path("missing")).map(ReferralAssessed::missing).toList(),
                texts(v.path("warnings")),
                date(v, "deferredUntil"),
                date(v, "opensOn"),
                date(v, "eligibleUntil"));
    }

    private static Verdict.Missing missing(JsonNode missing) {
        return new Verdict.Missing(missing.path("criterion").textValue(), date(missing, "pendingUntil"));
    }

    private static LocalDate date(JsonNode node, String field) {
        var text = node.path(field).textValue();
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::textValue).toList();
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
