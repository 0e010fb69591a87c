package fr.genereferral.eligibility.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessment.Dates;
import fr.genereferral.eligibility.Assessment.MissingCriterion;
import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.Bilingual;
import fr.genereferral.eligibility.Criterion;
import fr.genereferral.eligibility.Input;
import fr.genereferral.eligibility.JudgedCriterion;
import fr.genereferral.eligibility.Judgement;
import fr.genereferral.eligibility.Knowledge;
import fr.genereferral.eligibility.Reading;
import fr.genereferral.eligibility.RulePack.Access;
import fr.genereferral.eligibility.Source;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the assessment document: every field always there and in this order, nothing between them, so that the same
 * judgement is the same bytes in an event, in a preview and years later.
 */
public final class AssessmentWriter {
    static final JsonNodeFactory NODES = new JsonNodeFactory(true);

    private final Knowledge knowledge;
    private final Sentences sentences;
    private final ExplanationWriter explanations;

    public AssessmentWriter(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.sentences = new Sentences(knowledge);
        this.explanations = new ExplanationWriter(sentences);
    }

    public String write(Assessment assessment) {
        var json = NODES.objectNode();
        json.put("evaluationDate", assessment.evaluationDate().toString());
        var packs = json.putArray("packs");
        assessment.packs().forEach(pack -> packs.addObject()
                .put("therapy", pack.therapy())
                .put("version", pack.version()));
        json.set("notice", bilingual(Sentences.both(wording -> wording.say("notice"))));
        var verdicts = json.putArray("verdicts");
        assessment.verdicts().forEach(verdict -> verdicts.add(verdict(verdict)));
        try {
            return Json.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an assessment of ours does not serialise", e);
        }
    }

    private ObjectNode verdict(TherapyVerdict verdict) {
        var json = NODES.objectNode();
        json.put("therapy", verdict.pack().therapy());
        json.set("name", bilingual(verdict.pack().name()));
        json.put("packVersion", verdict.pack().version());
        json.put("routing", verdict.pack().routing().toString());
        json.put("sought", verdict.sought());
        json.set("fr", judgement(verdict.fr()));
        json.set("amm", verdict.amm().map(this::judgement).orElse(null));
        json.set("access", access(verdict.access()));
        texts(json, "warnings", verdict.warnings());
        var notices = json.putArray("notices");
        verdict.pack().notices().forEach(notice -> notices.add(bilingual(notice)));
        var missing = json.putArray("missing");
        verdict.missing().forEach(m -> missing.add(missing(m, verdict)));
        texts(json, "decisive", List.copyOf(verdict.decisive().keySet()));
        dates(json, verdict.dates());
        var criteria = json.putArray("criteria");
        verdict.criteria().forEach(c -> criteria.add(criterion(c)));
        return json;
    }

    private static ObjectNode access(Access access) {
        var json = NODES.objectNode();
        json.put("status", access.open() ? "OPEN" : "CLOSED");
        json.set("reason", bilingual(access.reason()));
        return json;
    }

    private static void dates(ObjectNode json, Dates dates) {
        date(json, "deferredUntil", dates.deferredUntil());
        date(json, "opensOn", dates.opensOn());
        date(json, "eligibleUntil", dates.eligibleUntil());
        date(json, "validUntil", dates.validUntil());
    }

    private ObjectNode judgement(Judgement judgement) {
        var json = NODES.objectNode();
        json.put("verdict", judgement.verdict().name());
        texts(json, "failing", judgement.failing());
        texts(json, "deferring", judgement.deferring());
        texts(json, "missing", judgement.missing());
        return json;
    }

    private ObjectNode missing(MissingCriterion missing, TherapyVerdict verdict) {
        var json = NODES.objectNode();
        json.put("criterion", missing.id());
        date(json, "pendingUntil", missing.pendingUntil());
        var facts = json.putArray("facts");
        var decisive = verdict.decisive().getOrDefault(missing.id(), Set.of());
        missing.inputs().forEach(reading -> facts.add(missingFact(reading, decisive.contains(reading.input()))));
        return json;
    }

    private ObjectNode missingFact(Reading reading, boolean decisive) {
        var input = reading.input();
        var json = NODES.objectNode();
        json.put("kind", input.kind().toString());
        json.put("code", input.code());
        json.put("state", reading.state() == null ? null : reading.state().toString());
        json.put("why", reading.shortfall().toString());
        json.put("suppliedBy", suppliedBy(input));
        date(json, "expectedDate", Optional.ofNullable(reading.expected()));
        json.put("decisive", decisive);
        json.set("label", bilingual(sentences.label(input)));
        return json;
    }

    private String suppliedBy(Input input) {
        return input.kind() == Input.Kind.FACT
                ? knowledge.facts().get(input.code()).suppliedBy()
                : "laboratory";
    }

    private ObjectNode criterion(JudgedCriterion judged) {
        var criterion = judged.criterion();
        var json = NODES.objectNode();
        json.put("id", criterion.id());
        json.put("layer", layer(criterion));
        json.put("kind", criterion.kind().name());
        json.put("truth", judged.explanation().truth().toString());
        json.put("effect", judged.effect().toString());
        json.set("text", bilingual(criterion.text()));
        json.set("source", source(criterion.source()));
        json.set("explanation", explanations.write(judged.explanation(), criterion.source()));
        return json;
    }

    /** A row of two layers counts once and names both; a warning has none. */
    static String layer(Criterion criterion) {
        var names = Arrays.stream(Criterion.Layer.values())
                .filter(criterion.layers()::contains)
                .map(Enum::name)
                .collect(Collectors.joining("+"));
        return names.isEmpty() ? null : names;
    }

    static ObjectNode source(Source source) {
        return NODES.objectNode().put("mark", source.mark()).put("ref", source.ref());
    }

    static ObjectNode bilingual(Bilingual text) {
        return text == null ? null : NODES.objectNode().put("fr", text.fr()).put("en", text.en());
    }

    private static void texts(ObjectNode json, String field, List<String> texts) {
        var array = json.putArray(field);
        texts.forEach(array::add);
    }

    private static void date(ObjectNode json, String field, Optional<LocalDate> date) {
        json.put(field, date.map(LocalDate::toString).orElse(null));
    }
}
