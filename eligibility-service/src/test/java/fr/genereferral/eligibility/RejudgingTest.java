package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Rejudging.Apart;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Asking again takes short ways; they lead where judging everything anew does. */
class RejudgingTest {
    private static final int DOSSIERS = Boolean.getBoolean("e2e.long") ? 10_000 : 200;
    private static final long SEED = Long.getLong("e2e.seed", 20261126L);
    private static final int[] DAYS = {1, 15, 91, 400, 4_000};
    private static final RulesInForce RULES = Packs.shipped();

    @Test
    void anotherDayIsJudgedAsIfItWereToday() {
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            var evidence = evidence(given);
            for (var prepared : applicable(evidence)) {
                for (var days : DAYS) {
                    var day = given.asOf().plusDays(days);
                    var again = new Rejudging(prepared, evidence);

                    var anew = PackJudgement.of(prepared, evidence.on(day)).standing();
                    var older = PackJudgement.of(prepared, evidence.aged(day)).standing();
                    assertEquals(anew, again.standing(evidence.on(day)), given::toString);
                    assertEquals(older, again.standing(evidence.aged(day)), given::toString);
                }
            }
        }
    }

    @Test
    void whereNothingHasTurnedTheStandingIsTodays() {
        var turned = 0;
        var same = 0;
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            var evidence = evidence(given);
            for (var prepared : applicable(evidence)) {
                var today = PackJudgement.of(prepared, evidence).standing();
                var again = new Rejudging(prepared, evidence);
                for (var days : DAYS) {
                    var day = given.asOf().plusDays(days);
                    for (var then : List.of(evidence.on(day), evidence.aged(day))) {
                        if (again.hasTurned(then)) {
                            turned++;
                        } else {
                            same++;
                            assertEquals(today, PackJudgement.of(prepared, then).standing(), given::toString);
                        }
                    }
                }
            }
        }
        assertTrue(turned > DOSSIERS / 10, "hardly anything ever turned: " + turned);
        assertTrue(same > DOSSIERS, "hardly anything stayed: " + same);
    }

    @Test
    void aGuessIsJudgedAsIfItWereKnown() {
        var tried = 0;
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            var evidence = evidence(given);
            for (var prepared : applicable(evidence)) {
                var today = PackJudgement.of(prepared, evidence);
                if (!today.access().open()) {
                    continue;
                }
                for (var missing : today.missing()) {
                    var again = new Rejudging(prepared, evidence);
                    var inputs = new HashSet<Input>();
                    missing.explanation().eachWanting(reading -> inputs.add(reading.input()));
                    for (var input : inputs) {
                        tried += tryAll(prepared, input, evidence, today, again);
                    }
                }
            }
        }
        assertTrue(tried > DOSSIERS, "hardly anything was tried: " + tried);
    }

    /** Not only the same answers, which judging all anew would give as well: what time does not move is not looked at. */
    @Test
    void whatTimeDoesNotMoveIsJudgedForTheFirstDayAndCarriedOverToTheNext() {
        var carriedOver = 0;
        for (var n = 0; n < DOSSIERS; n++) {
            var given = new RandomDossier(SEED + n);
            for (var prepared : applicable(evidence(given))) {
                var asked = new Asked();
                var evidence = evidence(given).supposing(asked.supposed());
                var again = new Rejudging(prepared, evidence);
                again.standing(evidence.on(given.asOf().plusDays(1)));
                var first = asked.anew();
                again.standing(evidence.on(given.asOf().plusDays(2)));
                var next = asked.anew();
                again.standing(evidence.aged(given.asOf().plusDays(3)));

                var moving = inputs(prepared.pack().criteria().stream().filter(prepared::moves));
                assertTrue(moving.containsAll(next), () -> next + " of " + given);
                assertTrue(moving.containsAll(asked.inputs), () -> asked.inputs + " of " + given);
                carriedOver += first.size() - next.size();
            }
        }
        assertTrue(carriedOver > DOSSIERS, "hardly anything was carried over: " + carriedOver);
    }

    @Test
    void whatAGuessDoesNotTouchIsCarriedOverFromToday() {
        var given = Changed.of("hem-complete");
        var evidence = Evidence.on(given.day(), given.dossier(), RULES.knowledge());
        var prepared = RULES.prepared(RULES.pack("HEM").orElseThrow());
        var criteria = PackJudgement.of(prepared, evidence).criteria();
        var again = new Rejudging(prepared, evidence);
        var asked = new Asked();

        again.supposing(asked.supposed(), Apart.of(criteria, Set.of("HEM.5")));
        assertEquals(Set.of(Input.fact("advanced-hepatic-fibrosis")), asked.inputs);
        var failing = criteria.stream()
                .map(c ->
                        c.id().equals("HEM.4") ? new JudgedCriterion(c.criterion(), c.explanation(), Effect.FAILS) : c)
                .toList();
        assertEquals(Verdict.NOT_ELIGIBLE, again.supposing(Supposed.NOTHING, Apart.of(failing, Set.of("HEM.5"))));
        assertEquals(Verdict.ELIGIBLE, again.supposing(Supposed.NOTHING, Apart.of(failing, Set.of("HEM.4", "HEM.5"))));
    }

    /** Supposes nothing, and notes what it is asked for. */
    private static final class Asked extends AbstractMap<Input, Reading> {
        private Set<Input> inputs = new HashSet<>();

        Supposed supposed() {
            return new Supposed(this, Map.of(), Map.of());
        }

        /** What was asked for until now; from now on it is noted anew. */
        Set<Input> anew() {
            var before = inputs;
            inputs = new HashSet<>();
            return before;
        }

        @Override
        public Reading get(Object input) {
            inputs.add((Input) input);
            return null;
        }

        @Override
        public Set<Entry<Input, Reading>> entrySet() {
            return Set.of();
        }
    }

    private static Set<Input> inputs(Stream<Criterion> criteria) {
        return criteria.filter(c -> c.expression() != null)
                .flatMap(c -> c.expression().leaves())
                .flatMap(leaf -> leaf.input().stream())
                .collect(Collectors.toSet());
    }

    private static int tryAll(
            PreparedPack prepared, Input input, Evidence evidence, PackJudgement today, Rejudging again) {
        var question = prepared.question(input, evidence);
        for (var guess : question.guesses()) {
            var anew = PackJudgement.of(prepared, evidence.supposing(guess));

            var apart = Apart.of(today.criteria(), question.touched());

            assertEquals(anew.fr().verdict(), again.supposing(guess, apart));
        }
        return question.guesses().size();
    }

    private static List<PreparedPack> applicable(Evidence evidence) {
        return RULES.concerning(evidence.dossier(), List.of()).stream()
                .map(RULES::prepared)
                .filter(prepared -> PackJudgement.of(prepared, evidence).isApplicable())
                .toList();
    }

    private static Evidence evidence(RandomDossier given) {
        return Evidence.on(given.asOf(), given.dossier().asOf(given.asOf()), RULES.knowledge());
    }
}
