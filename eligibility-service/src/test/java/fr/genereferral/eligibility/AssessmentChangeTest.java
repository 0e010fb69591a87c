package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.genereferral.eligibility.AssessmentChange.CriterionChange;
import fr.genereferral.eligibility.json.RulePackReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What differs between two assessments of one patient, and nothing that does not. */
class AssessmentChangeTest {
    private final Changed child = Changed.of("sma-1-complete");
    private final Assessment today = child.assess();

    @Test
    void nothingDiffersFromItself() {
        assertEquals(List.of(), AssessmentChange.between(today, today));
        assertEquals(List.of(), AssessmentChange.between(today, child.assess()));
    }

    @Test
    void onlyTheTherapyAndTheCriterionThatTurnedAreNamed() {
        var heavier = Changed.of("ona-3b-weight-21.1-fails").assess();
        var lighter = Changed.of("ona-3b-weight-21.0").assess();

        var changes = AssessmentChange.between(lighter, heavier);

        assertEquals(List.of("ONA-IV"), therapies(changes));
        var turned = changes.get(0).criteria();
        assertEquals(
                List.of("ONA-IV.3b"), turned.stream().map(CriterionChange::id).toList());
        assertEquals(
                Criterion.Effect.SATISFIED, turned.get(0).from().orElseThrow().effect());
        assertEquals(Criterion.Effect.FAILS, turned.get(0).to().orElseThrow().effect());
        assertEquals(
                Verdict.NOT_ELIGIBLE, changes.get(0).to().orElseThrow().fr().verdict());
    }

    @Test
    void anotherValueWithTheSameAnswerIsNoChange() {
        assertEquals(
                List.of(),
                AssessmentChange.between(
                        Changed.of("ona-5-titre-1-50-passes").assess(),
                        Changed.of("ona-5-neutralising-titre-counts")
                                .with("/antibodies/0/titre 40")
                                .assess()));
    }

    @Test
    void aTherapyThatWasNotJudgedStandsAlone() {
        var other = Changed.of("lux-complete").assess();

        var changes = AssessmentChange.between(today, other);

        assertEquals(List.of("ONA-IV", "ONA-IT", "NUS", "RIS", "LUX"), therapies(changes));
        assertTrue(changes.get(0).from().isPresent() && changes.get(0).to().isEmpty());
        var added = changes.get(4);
        assertTrue(added.from().isEmpty() && added.to().isPresent());
        assertEquals(
                added.to().orElseThrow().criteria().size(), added.criteria().size());
        assertTrue(added.criteria().stream().allMatch(c -> c.from().isEmpty() && c.to().isPresent()));
    }

    @Test
    void anotherVersionIsAChangeAlthoughItSaysTheSame() throws IOException {
        var changes = AssessmentChange.between(
                today, child.under(changed(2, pack -> {})).assess());

        assertEquals(List.of("ONA-IV"), therapies(changes));
        assertEquals(List.of(), changes.get(0).criteria());
    }

    @Test
    void anotherVerdictForFranceAloneIsAChange() throws IOException {
        var closed = changed(1, pack -> pack.withArray("access")
                .addObject()
                .put("from", "2026-06-01")
                .put("open", false)
                .putObject("reason")
                .put("fr", "arrêté")
                .put("en", "stopped"));

        var change =
                AssessmentChange.between(today, child.under(closed).assess()).get(0);

        assertEquals(List.of(), change.criteria());
        assertNotEquals(
                change.from().orElseThrow().fr(), change.to().orElseThrow().fr());
        assertEquals(
                change.from().orElseThrow().amm(), change.to().orElseThrow().amm());
    }

    @Test
    void anotherVerdictForEuropeAloneIsAChange() throws IOException {
        var unauthorised = changed(1, pack -> pack.put("authorised", false));

        var change = AssessmentChange.between(today, child.under(unauthorised).assess())
                .get(0);

        assertEquals(List.of(), change.criteria());
        assertEquals(change.from().orElseThrow().fr(), change.to().orElseThrow().fr());
        assertEquals(Optional.empty(), change.to().orElseThrow().amm());
    }

    private static List<String> therapies(List<AssessmentChange> changes) {
        return changes.stream().map(AssessmentChange::therapy).toList();
    }

    private static RulesInForce changed(int version, Consumer<ObjectNode> change) throws IOException {
        var pack = (ObjectNode) new ObjectMapper().readTree(Packs.text(Packs.file("ONA-IV")));
        change.accept(pack);
        return Packs.shipped().with(List.of(RulePackReader.read(pack.toString(), version)));
    }
}
