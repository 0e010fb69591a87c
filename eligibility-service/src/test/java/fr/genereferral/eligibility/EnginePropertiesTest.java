package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.Assessment.TherapyVerdict;
import fr.genereferral.eligibility.json.AssessmentWriter;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Laws that hold for every dossier; a failure names its seed and dossier. */
class EnginePropertiesTest {
    private static final int DOSSIERS = Boolean.getBoolean("e2e.long") ? 50_000 : 1_000;
    private static final long SEED = Long.getLong("e2e.seed", 20261125L);
    private static final RulesInForce RULES = Packs.shipped();
    private static final Set<String> OF_INPUTS = Set.of(
            "compare",
            "one-of",
            "holds",
            "present",
            "within",
            "diagnosed",
            "named-variant",
            "affected-exons",
            "out-of-frame");

    @Test
    void aRandomDossierIsJudgedAndWritten() {
        var writer = new AssessmentWriter(RULES.knowledge());
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);

            assertTrue(writer.write(assess(given)).endsWith("]}"), given::toString);
        }
    }

    /** A yes or a no rests on what was looked at, and each of it can be named. */
    @Test
    void everyLeafNamesWhatItUsedAndWhatWasDemanded() {
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            assess(given).verdicts().stream()
                    .flatMap(v -> v.criteria().stream())
                    .filter(c -> c.criterion().expression() != null)
                    .flatMap(c -> leaves(c.explanation()))
                    .filter(leaf -> OF_INPUTS.contains(leaf.node()))
                    .forEach(leaf -> assertTrue(isNamed(leaf), () -> leaf + " of " + given));
        }
    }

    /** Not(all of) is any of not, and the other way round, whatever the parts say. */
    @Test
    void negationGoesInwards() {
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            var evidence = evidence(given);
            var parts = someExpressions(new Random(SEED + n));
            var negated = parts.stream().<Expression>map(Connective.Not::new).toList();

            assertEquals(
                    truth(new Connective.Not(new Connective.All(parts)), evidence),
                    truth(new Connective.Any(negated), evidence));
            assertEquals(
                    truth(new Connective.Not(new Connective.Any(parts)), evidence),
                    truth(new Connective.All(negated), evidence));
            assertEquals(
                    truth(new Connective.All(parts), evidence),
                    truth(new Connective.Count(parts.size(), parts), evidence));
            assertEquals(truth(new Connective.Any(parts), evidence), truth(new Connective.Count(1, parts), evidence));
        }
    }

    /** What was decided without a fact stays decided when it comes; a no does not become a yes, nor the reverse. */
    @Test
    void moreInformationNeverTurnsADecidedCriterionRound() {
        var changed = 0;
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            var facts = given.dossier().facts();
            if (facts.isEmpty()) {
                continue;
            }
            var code = facts.get(new Random(SEED + n).nextInt(facts.size())).code();
            var without = new Assessor(RULES).assess(without(given.dossier(), code), List.of(), given.asOf());
            var with = assess(given);
            var turned = AssessmentChange.between(without, with).stream()
                    .flatMap(change -> change.criteria().stream())
                    .filter(c -> isMonotone(c.from().orElseThrow().criterion()))
                    .toList();
            changed += turned.size();
            turned.forEach(c -> assertEquals(
                    Truth.UNKNOWN,
                    c.from().orElseThrow().explanation().truth(),
                    () -> c.id() + " with " + code + " of " + given));
        }
        assertTrue(changed > DOSSIERS / 10, "hardly any fact changed anything: " + changed);
    }

    /** Each missing thing is really put into the dossier, with values on either side of every limit. */
    @Test
    void whatIsCalledDecisiveIsWhatChangesTheVerdictWhenItIsTried() {
        var tried = 0;
        for (var n = 0; n < DOSSIERS / 4; n++) {
            var given = new RandomDossier(SEED + n);
            for (var verdict : assess(given).verdicts()) {
                if (verdict.fr().verdict() != Verdict.NEEDS_INFO && verdict.fr().verdict() != Verdict.DEFERRED) {
                    continue;
                }
                var changing = changing(given, verdict);
                if (!changing.isEmpty()) {
                    tried++;
                    assertEquals(
                            changing, decisive(verdict), () -> verdict.pack().therapy() + " of " + given);
                }
            }
        }
        assertTrue(tried > DOSSIERS / 40, "nothing was tried: " + tried);
    }

    private static Set<Input> changing(RandomDossier given, TherapyVerdict verdict) {
        var changing = new TreeSet<Input>();
        for (var input : missing(verdict)) {
            var changes = verdict.pack().criteria().stream()
                    .filter(c -> c.isJudgedOn(given.asOf()))
                    .flatMap(c -> c.expression().leaves())
                    .filter(leaf -> leaf.input().filter(input::equals).isPresent())
                    .flatMap(leaf -> Trial.of(leaf, given).stream())
                    .anyMatch(trial -> fr(trial.appliedTo(given.dossier(), given.asOf()), given, verdict)
                            != verdict.fr().verdict());
            if (changes) {
                changing.add(input);
            }
        }
        return changing;
    }

    private static Verdict fr(Dossier dossier, RandomDossier given, TherapyVerdict verdict) {
        return new Assessor(RULES)
                .assess(dossier, List.of(verdict.pack().therapy()), given.asOf()).verdicts().stream()
                        .filter(v -> v.pack().therapy().equals(verdict.pack().therapy()))
                        .findFirst()
                        .orElseThrow()
                        .fr()
                        .verdict();
    }

    /** What can be put into a dossier by a statement of its own. */
    private static Set<Input> missing(TherapyVerdict verdict) {
        return verdict.missing().stream()
                .filter(m -> verdict.fr().missing().contains(m.id()) && isOwn(verdict, m.id()))
                .flatMap(m -> m.inputs().stream())
                .map(Reading::input)
                .filter(Trial::canBeStated)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Input> decisive(TherapyVerdict verdict) {
        return verdict.decisive().entrySet().stream()
                .filter(criterion -> isOwn(verdict, criterion.getKey()))
                .flatMap(criterion -> criterion.getValue().stream())
                .filter(Trial::canBeStated)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A row of the pack; what a general rule wants is judged from reports, and not tried here. */
    private static boolean isOwn(TherapyVerdict verdict, String criterion) {
        return verdict.pack().criteria().stream().anyMatch(c -> c.id().equals(criterion));
    }

    private static boolean isMonotone(Criterion criterion) {
        return criterion.expression() == null || isMonotone(criterion.expression());
    }

    private static boolean isMonotone(Expression expression) {
        if (expression instanceof Connective.Stated
                || expression instanceof Connective.FirstKnown
                || expression instanceof Connective.Agree) {
            return false;
        }
        return !(expression instanceof Connective connective)
                || connective.of().stream().allMatch(EnginePropertiesTest::isMonotone);
    }

    private static Dossier without(Dossier dossier, String code) {
        return new Dossier(
                dossier.disease(),
                dossier.birthDate(),
                dossier.sex(),
                dossier.facts().stream().filter(f -> !f.code().equals(code)).toList(),
                dossier.genetics(),
                dossier.antibodies());
    }

    private static List<Expression> someExpressions(Random random) {
        var all = RULES.all().stream()
                .flatMap(p -> p.criteria().stream())
                .map(Criterion::expression)
                .filter(e -> e != null)
                .toList();
        return Stream.generate(() -> all.get(random.nextInt(all.size())))
                .limit(1 + random.nextInt(4))
                .toList();
    }

    private static Truth truth(Expression expression, Evidence evidence) {
        return expression.evaluate(evidence).truth();
    }

    private static Stream<Explanation> leaves(Explanation node) {
        return node.parts().isEmpty() ? Stream.of(node) : node.parts().stream().flatMap(EnginePropertiesTest::leaves);
    }

    /** What decides is a usable reading against a demand; what does not says why. */
    private static boolean isNamed(Explanation leaf) {
        var reading = leaf.reading();
        return leaf.truth() == Truth.UNKNOWN
                ? reading != null && reading.shortfall() != null
                : reading != null && reading.isUsable() && leaf.demand() != null;
    }

    private static Assessment assess(RandomDossier given) {
        return new Assessor(RULES).assess(given.dossier(), List.of(), given.asOf());
    }

    private static Evidence evidence(RandomDossier given) {
        return Evidence.on(given.asOf(), given.dossier().asOf(given.asOf()), RULES.knowledge());
    }
}
