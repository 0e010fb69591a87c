package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** Judgements of one child for one therapy, with the explanations that a bound of weight, one of age and another criterion have. */
final class GrownChild {
    static final String WEIGHT = "ONA-IV.3b";
    static final String AGE = "ONA-IV.9";
    static final String OTHER = "ONA-IV.2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode document = JSON.createObjectNode();
    private final ObjectNode verdict;

    private GrownChild(String outcome) {
        verdict = document.putArray("verdicts").addObject();
        verdict.put("therapy", "ONA-IV")
                .put("packVersion", 1)
                .put("routing", "hub")
                .put("sought", true);
        var fr = verdict.putObject("fr").put("verdict", outcome);
        fr.putArray("failing");
        verdict.putArray("criteria");
        leaf(add(OTHER, "satisfied"), "compare", "alt");
    }

    static GrownChild judged(String outcome) {
        return new GrownChild(outcome);
    }

    GrownChild weight(String effect, double kilograms) {
        var node = leaf(add(WEIGHT, effect), "compare", "body-weight");
        ((ObjectNode) node.get("fact")).put("value", kilograms).put("why", effect.equals("missing") ? "stale" : null);
        node.putObject("threshold").put("operator", "<=").putArray("values").add("21");
        return this;
    }

    /** From one birthday to another, as in "6 to 10 years". */
    GrownChild age(String effect) {
        var node = add(AGE, effect);
        var parts = node.put("node", "all").putArray("parts");
        parts.addObject().put("node", "age").putArray("parts");
        parts.addObject().put("node", "not").putArray("parts").addObject().put("node", "age");
        return this;
    }

    GrownChild failing(String... criteria) {
        var failing = ((ObjectNode) verdict.get("fr")).putArray("failing");
        for (var criterion : criteria) {
            failing.add(criterion);
        }
        return this;
    }

    GrownChild byVersion(int version) {
        verdict.put("packVersion", version);
        return this;
    }

    GrownChild notSought() {
        verdict.put("sought", false);
        return this;
    }

    ObjectNode document() {
        return document;
    }

    void heardBy(GrowingOut child, LocalDate on) {
        child.judged(document, on, false);
    }

    private ObjectNode add(String id, String effect) {
        return verdict.withArray("criteria")
                .addObject()
                .put("id", id)
                .put("effect", effect)
                .putObject("explanation");
    }

    private static ObjectNode leaf(ObjectNode node, String kind, String fact) {
        node.put("node", kind).putArray("parts");
        node.putObject("fact").put("code", fact);
        return node;
    }
}
