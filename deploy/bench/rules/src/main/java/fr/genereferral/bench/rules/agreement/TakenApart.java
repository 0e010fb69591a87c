package fr.genereferral.bench.rules.agreement;

import fr.genereferral.bench.rules.drools.Answer;
import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Criterion.Effect;
import fr.genereferral.eligibility.Explanation;
import fr.genereferral.eligibility.Judgement;
import fr.genereferral.eligibility.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What an engine says of a dossier, as items; both are taken apart in the same way. */
final class TakenApart {
    private final Items items = new Items();

    private TakenApart() {}

    static Map<String, String> of(Assessment assessment) {
        var taken = new TakenApart();
        for (var verdict : assessment.verdicts()) {
            var therapy = verdict.pack().therapy();
            taken.put(therapy + " fr", verdict.fr());
            verdict.amm().ifPresent(amm -> taken.put(therapy + " amm", amm));
            for (var judged : verdict.criteria()) {
                taken.put(therapy + " " + judged.id(), judged.effect(), judged.explanation());
            }
        }
        return taken.items.byPlace();
    }

    static Map<String, String> of(List<Answer> answers) {
        var taken = new TakenApart();
        for (var answer : answers) {
            var therapy = answer.therapy();
            taken.put(therapy + " fr", InOurWords.judgement(answer.fr()));
            taken.put(therapy + " amm", InOurWords.judgement(answer.amm()));
            for (var judged : answer.judged()) {
                taken.put(therapy + " " + judged.id(), judged.effect(), InOurWords.explanation(judged.node()));
            }
        }
        return taken.items.byPlace();
    }

    private void put(String place, Effect effect, Explanation explanation) {
        items.put(place, effect);
        put(place + " /", explanation);
    }

    private void put(String place, Judgement judgement) {
        items.put(
                place,
                judgement.verdict(),
                new TreeSet<>(judgement.failing()),
                new TreeSet<>(judgement.deferring()),
                new TreeSet<>(judgement.missing()));
    }

    private void put(String place, Explanation node) {
        items.put(place, node.node(), node.truth(), node.demand(), node.details());
        if (node.reading() != null) {
            put(place + " reads", node.reading());
        }
        for (var part = 0; part < node.parts().size(); part++) {
            put(place + part + "/", node.parts().get(part));
        }
    }

    private void put(String place, Reading reading) {
        items.put(
                place,
                reading.input().kind(),
                reading.input().code(),
                new TreeSet<>(reading.input().assays()),
                new TreeSet<>(reading.input().generations()),
                reading.state(),
                reading.shortfall(),
                reading.operator(),
                reading.value(),
                reading.unit(),
                reading.date(),
                reading.expected(),
                reading.staleAfter(),
                reading.source());
        var others = reading.contradicting();
        for (var other = 0; other < others.size(); other++) {
            put(place + " against " + other, others.get(other));
        }
    }
}
