package fr.genereferral.bench.rules;

import fr.genereferral.bench.rules.agreement.Agreement;
import fr.genereferral.bench.rules.drools.Rulebook;
import fr.genereferral.bench.rules.question.Catalogue;
import fr.genereferral.bench.rules.question.Mix;
import fr.genereferral.eligibility.Assessor;
import java.util.List;

/** Holds both engines against each other, for every dossier that is timed; a race between two answers is none. */
final class Comparing {
    private Comparing() {}

    /** @return how many items were found equal, with the session reused and with fresh ones */
    static int run() {
        var catalogue = Catalogue.writtenTwice();
        var ours = new Assessor(catalogue.inForce());
        var rules = new Rulebook(catalogue);
        var reused = rules.reused();
        var fresh = rules.fresh();
        var items = 0;
        for (var question : Mix.of(catalogue)) {
            var said = ours.assess(question.dossier(), question.sought(), question.on());
            var answer = reused.judge(question);
            expectNone(Agreement.differences(said, answer));
            expectNone(Agreement.differences(said, fresh.judge(question)));
            expectNone(
                    Agreement.differences(ours.explain(question.dossier(), question.sought(), question.on()), answer));
            items += Agreement.items(said);
        }
        return items;
    }

    private static void expectNone(List<String> different) {
        if (!different.isEmpty()) {
            throw new IllegalStateException("The engines disagree, nothing is timed:\n" + different);
        }
    }
}
