package fr.genereferral.referral.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What one explained judgement says of one therapy, as far as growing is concerned. A bound of age or weight is a criterion that
 * looks at nothing else: the explanation tells, and no list of criteria has to be kept here beside the rules.
 */
record JudgedTherapy(JsonNode verdict) {
    private static final Set<String> POSSIBLE = Set.of("ELIGIBLE", "NEEDS_INFO", "DEFERRED");
    private static final String WEIGHT = "body-weight";

    String therapy() {
        return verdict.path("therapy").asText();
    }

    /** Whether a hub is being looked for by this therapy. */
    boolean isSought() {
        return verdict.path("sought").booleanValue()
                && verdict.path("routing").asText().equals("hub");
    }

    /** A hub could be asked, or could once something is known or over. */
    boolean isPossible() {
        return POSSIBLE.contains(outcome());
    }

    /**
     * Nothing stands against the therapy but bounds of age and weight within which the child was, by what was known then. With
     * another version of the rules it may be the rules that have moved.
     */
    boolean hasGrownOutSince(JudgedTherapy before) {
        var failing = verdict.at("/fr/failing");
        return outcome().equals("NOT_ELIGIBLE")
                && !failing.isEmpty()
                && verdict.path("packVersion").equals(before.verdict.path("packVersion"))
                && StreamSupport.stream(failing.spliterator(), false)
                        .map(JsonNode::asText)
                        .allMatch(id ->
                                criterion(id).filter(JudgedTherapy::isBound).isPresent()
                                        && before.criterion(id)
                                                .filter(JudgedTherapy::wasWithin)
                                                .isPresent());
    }

    private String outcome() {
        return verdict.at("/fr/verdict").asText();
    }

    private Optional<JsonNode> criterion(String id) {
        return StreamSupport.stream(verdict.path("criteria").spliterator(), false)
                .filter(criterion -> criterion.path("id").asText().equals(id))
                .findFirst();
    }

    private static boolean isBound(JsonNode criterion) {
        return looksAtGrowthAlone(criterion.path("explanation"));
    }

    private static boolean looksAtGrowthAlone(JsonNode node) {
        var parts = node.path("parts");
        if (!parts.isEmpty()) {
            return StreamSupport.stream(parts.spliterator(), false).allMatch(JudgedTherapy::looksAtGrowthAlone);
        }
        var kind = node.path("node").asText();
        return kind.equals("age")
                || kind.equals("compare") && node.at("/fact/code").asText().equals(WEIGHT);
    }

    /** A weight that has only become too old to count says as well where the child was when it was taken. */
    private static boolean wasWithin(JsonNode criterion) {
        var node = criterion.path("explanation");
        return switch (criterion.path("effect").asText()) {
            case "satisfied" -> true;
            case "missing" -> node.at("/fact/why").asText().equals("stale") && isReached(node);
            default -> false;
        };
    }

    /** Of a demand: an exclusion or a deferral would be missing for another reason than that it has to hold. */
    private static boolean isReached(JsonNode node) {
        var value = node.at("/fact/value");
        var limit = node.at("/threshold/values/0").asText();
        if (!value.isNumber() || limit.isEmpty()) {
            return false;
        }
        var compared = value.decimalValue().compareTo(new BigDecimal(limit));
        return switch (node.at("/threshold/operator").asText()) {
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case ">=" -> compared >= 0;
            case ">" -> compared > 0;
            default -> false;
        };
    }
}
