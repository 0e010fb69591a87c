package fr.genereferral.bench.rules.agreement;

import fr.genereferral.eligibility.Assessment;
import fr.genereferral.eligibility.Explanation;
import fr.genereferral.eligibility.Judgement;
import fr.genereferral.eligibility.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The engine's assessment as items. */
final class OursTakenApart {
    private final Items items = new Items();

    private OursTakenApart() {}

    static Map<String, String> of(Assessment assessment) {
        var taken = new OursTakenApart();
        for (var verdict : assessment.verdicts()) {
            var therapy = verdict.pack().therapy();
            taken.put(therapy + " fr", verdict.fr());
            verdict.amm().ifPresent(amm -> taken.put(therapy + " amm", amm));
            for (var judged : verdict.criteria()) {
                var place = therapy + " " + judged.id();
                taken.items.put(place, judged.effect());
                taken.put(place + " /", judged.explanation());
            }
        }
        return taken.items.byPlace();
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
        List<Reading> others = reading.contradicting();
        for (var other = 0; other < others.size(); other++) {
            put(place + " against " + other, others.get(other));
        }
    }
}
