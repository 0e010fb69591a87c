package fr.genereferral.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
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
                    assertEquals(anew, again.on(day), given::toString);
                    assertEquals(older, again.aged(day), given::toString);
                }
            }
        }
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

    private static int tryAll(
            PreparedPack prepared, Input input, Evidence evidence, PackJudgement today, Rejudging again) {
        var touched = new HashSet<String>();
        prepared.asking(input).forEach(asking -> touched.add(asking.criterion().id()));
        var guesses = prepared.asking(input).stream()
                .flatMap(asking -> new Guesses(asking.leaf(), evidence).all().stream())
                .toList();
        for (var guess : guesses) {
            var anew = PackJudgement.of(prepared, evidence.supposing(guess));

            assertEquals(anew.fr().verdict(), again.supposing(guess, today.criteria(), touched));
        }
        return guesses.size();
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
