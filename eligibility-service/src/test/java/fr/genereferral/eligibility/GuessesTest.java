package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All that a missing thing may turn out to be: on either side of every limit, and on it. */
class GuessesTest {
    private static final Input WEIGHT = Input.fact("body-weight");
    private static final Changed CHILD = Changed.of("sma-1-complete");
    private static final Evidence EVIDENCE =
            Evidence.on(CHILD.day(), CHILD.dossier(), Packs.shipped().knowledge());

    @Test
    void aNumberIsTheLimitOrTheNextOneOnEitherSide() {
        var guesses = readings(new Leaf.Compare(WEIGHT, Comparison.AT_MOST, new BigDecimal("2.6"), "kg"), WEIGHT);

        assertEquals(
                List.of(new BigDecimal("2.5"), new BigDecimal("2.6"), new BigDecimal("2.7")),
                guesses.stream().map(Reading::value).toList());
        assertTrue(guesses.stream().allMatch(r -> r.isUsable() && "kg".equals(r.unit())));
        assertEquals(
                List.of(Truth.TRUE, Truth.TRUE, Truth.FALSE),
                guesses.stream()
                        .map(r -> r.interval().decide(Comparison.AT_MOST, new BigDecimal("2.6")))
                        .toList());
    }

    @Test
    void aCodeIsOneOfThoseAskedForOrAnother() {
        var type = Input.fact("sma-clinical-type");
        var leaf = new Leaf.OneOf(type, Set.of("0", "1"));

        var truths =
                readings(leaf, type).stream().map(r -> leaf.truth(r, EVIDENCE)).toList();

        assertEquals(List.of(Truth.TRUE, Truth.TRUE, Truth.FALSE), truths);
    }

    @Test
    void aThingHappenedTodayOrNever() {
        var illness = Input.fact("last-acute-illness");
        var leaf = new Leaf.Within(illness, Period.ofDays(28));

        var guesses = readings(leaf, illness);

        assertEquals(CHILD.day().toString(), guesses.get(0).value());
        assertEquals(
                List.of(Truth.TRUE, Truth.FALSE),
                guesses.stream().map(r -> leaf.truth(r, EVIDENCE)).toList());
    }

    @Test
    void aDiagnosisWasMadeAtBirthOrAtTheAge() {
        var leaf = new Leaf.DiagnosedBefore(Period.ofYears(10));

        var guesses = readings(leaf, Input.DIAGNOSED_ON);

        assertEquals(
                List.of("2026-07-20", "2036-07-20"),
                guesses.stream().map(Reading::value).toList());
        assertEquals(
                List.of(Truth.TRUE, Truth.FALSE),
                guesses.stream().map(r -> leaf.truth(r, EVIDENCE)).toList());
    }

    @Test
    void aFindingIsThereOrNot() {
        var guesses = readings(new Leaf.Holds(Input.fact("active-infection")), Input.fact("active-infection"));

        assertEquals(
                List.of(FactState.PRESENT, FactState.ABSENT),
                guesses.stream().map(Reading::state).toList());
    }

    @Test
    void aVariantAnswersItsRowOrNotAndAnAgeIsNeverMissing() {
        var leaf = new VariantLeaf.OutOfFrame("HGNC:2928");

        assertEquals(
                List.of(Map.of(leaf, Truth.TRUE), Map.of(leaf, Truth.FALSE)),
                Guesses.of(leaf, EVIDENCE).stream().map(Supposed::leaves).toList());
        assertEquals(List.of(), Guesses.of(new Leaf.AgeReached(Period.ofYears(2)), EVIDENCE));
        assertEquals(List.of(), Guesses.of(new Leaf.Always(), EVIDENCE));
    }

    /** What a guess says is what is judged with: a rule, a row and a value. */
    @Test
    void whatIsSupposedIsWhatIsRead() {
        var leaf = new VariantLeaf.OutOfFrame("HGNC:2928");
        var heavy = Reading.supposed(WEIGHT, new BigDecimal("30"), "kg", null);
        var supposing = EVIDENCE.supposing(Supposed.rule("G3", Truth.FALSE)
                .and(Supposed.leaf(leaf, Truth.TRUE))
                .and(Supposed.reading(WEIGHT, heavy)));

        assertEquals(Truth.FALSE, supposing.supposed("G3").orElseThrow());
        assertTrue(supposing.supposed("G2").isEmpty());
        assertEquals(Truth.TRUE, leaf.truth(supposing));
        assertEquals(heavy, supposing.reading(WEIGHT));
        assertEquals(new BigDecimal("5.8"), EVIDENCE.reading(WEIGHT).value());
    }

    /** Everything that a pack looks at is found before a dossier comes. */
    @Test
    void aPackKnowsWhatItLooksAtAndWhatTimeMoves() {
        var prepared = prepared("ONA-IV");
        var pack = prepared.pack();

        assertEquals(Set.of(Period.ofYears(2)), prepared.ageBounds());
        assertTrue(prepared.ageing().contains(WEIGHT));
        assertFalse(prepared.ageing().contains(Input.copyNumber("HGNC:11118")));
        assertEquals(
                Set.of("ONA-IV.3a", "ONA-IV.3b", "ONA-IV.W1"),
                prepared.question(WEIGHT, EVIDENCE).touched());
        assertEquals(Set.of(), prepared.question(Input.fact("lvef"), EVIDENCE).touched());
        assertTrue(pack.criteria().stream()
                .filter(c -> Set.of("ONA-IV.3a", "ONA-IV.3b", "ONA-IV.W1").contains(c.id()))
                .allMatch(prepared::moves));
        assertTrue(pack.criteria().stream()
                .filter(c -> Set.of("ONA-IV.2", "ONA-IV.5", "ONA-IV.ORG").contains(c.id()))
                .noneMatch(prepared::moves));
        assertEquals(Set.of(LocalDate.of(2026, 1, 1)), prepared.ruleDays());
    }

    /** A row that is not in force that day sees nothing: what only it would tell apart is no guess. */
    @Test
    void onlyRowsInForceAreAskedWhatTheyWouldTellApart() {
        var always = row("A.1", "10", null);
        var later = row("A.2", "20", EVIDENCE.day().plusDays(1));
        var prepared =
                new PreparedPack(pack(List.of(always, later)), Packs.shipped().knowledge());

        var today = prepared.question(WEIGHT, EVIDENCE);
        var tomorrow = prepared.question(WEIGHT, EVIDENCE.on(EVIDENCE.day().plusDays(1)));

        assertEquals(Set.of("A.1"), today.touched());
        assertEquals(3, today.guesses().size());
        assertEquals(Set.of("A.1", "A.2"), tomorrow.touched());
        assertEquals(6, tomorrow.guesses().size());
    }

    private static Criterion row(String id, String limit, LocalDate from) {
        var light = new Leaf.Compare(WEIGHT, Comparison.AT_MOST, new BigDecimal(limit), "kg");
        return new Criterion(
                id, Set.of(Criterion.Layer.AMM), Criterion.Kind.REQ, null, null, light, null, null, null, from, null);
    }

    private static RulePack pack(List<Criterion> criteria) {
        var like = prepared("ONA-IV").pack();
        return new RulePack(
                "A",
                1,
                1,
                like.name(),
                like.inn(),
                like.brand(),
                like.modality(),
                like.diseases(),
                like.demand(),
                like.genesComplete(),
                like.contextGenes(),
                like.routing(),
                like.authorised(),
                like.access(),
                like.notices(),
                criteria);
    }

    @Test
    void aPackKnowsWhichRowsRestateTheRulesAndWhichEndByThemselves() {
        assertEquals(Set.of("LUM.1"), prepared("LUM").restating());
        assertEquals(Set.of(), prepared("ONA-IV").restating());
        assertEquals(1, prepared("ATA200").withins().size());
        assertTrue(prepared("ATA200").pack().criteria().stream()
                .filter(c -> c.id().equals("ATA200.7"))
                .allMatch(prepared("ATA200")::moves));
    }

    private static PreparedPack prepared(String therapy) {
        return Packs.shipped().prepared(Packs.shipped().pack(therapy).orElseThrow());
    }

    private static List<Reading> readings(Leaf leaf, Input input) {
        return Guesses.of(leaf, EVIDENCE).stream()
                .map(guess -> guess.readings().get(input))
                .toList();
    }
}
