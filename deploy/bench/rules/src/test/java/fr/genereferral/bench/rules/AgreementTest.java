package fr.genereferral.bench.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import fr.genereferral.bench.rules.agreement.Agreement;
import fr.genereferral.bench.rules.drools.Judge;
import fr.genereferral.bench.rules.drools.Rulebook;
import fr.genereferral.bench.rules.question.Catalogue;
import fr.genereferral.bench.rules.question.Mix;
import fr.genereferral.bench.rules.question.Question;
import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Assessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both engines say the same; the bench itself holds every dossier that it times against the other engine as well. */
class AgreementTest {
    private static final int SAMPLE = 100;
    private static final Catalogue CATALOGUE = Catalogue.writtenTwice();
    private static final Assessor OURS = new Assessor(CATALOGUE.inForce());
    private static final Rulebook RULES = new Rulebook(CATALOGUE);

    @Test
    void everyCaseOfTheRulesOwnTestsIsExplainedAlikeInOneSession() {
        compare(Mix.unchanged(CATALOGUE), RULES.reused());
    }

    @Test
    void dossiersThatNobodyThoughtOfAreExplainedAlikeInFreshSessions() {
        compare(Mix.of(CATALOGUE, Mix.SEED + 1, SAMPLE), RULES.fresh());
    }

    @Test
    void aDifferenceIsFound() {
        var two = Mix.of(CATALOGUE, Mix.SEED, 2);

        var mixedUp = Agreement.differences(assess(two.get(0)), RULES.fresh().judge(two.get(1)));

        assertFalse(mixedUp.isEmpty());
    }

    private static void compare(List<Question> questions, Judge judge) {
        for (var question : questions) {
            var different = Agreement.differences(assess(question), judge.judge(question));
            assertEquals(List.of(), different, () -> question.on() + " " + question.dossier());
        }
    }

    private static Assessment assess(Question question) {
        return OURS.assess(question.dossier(), question.sought(), question.on());
    }
}
